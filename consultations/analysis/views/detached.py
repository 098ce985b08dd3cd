"""Comments on earlier versions whose words are gone: listed and counted, never hidden."""

from datetime import timedelta

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone

from consultations.analysis.domain.voices import published_comments, voices
from consultations.domain.stages import comments_are_public
from consultations.responses.domain.attaching import count_attachments, detached_comments
from consultations.views import visible_consultation
from pages.caching import keep

PER_PAGE = 20
MINUTE = timedelta(minutes=1)  # a send does not empty the page cache


def detached(request, slug):
    now = timezone.now()
    consultation = visible_consultation(request, slug)
    counts = count_attachments(consultation)
    shown = published_comments(consultation, now=now).filter(
        pk__in=detached_comments(consultation).values("pk")
    )
    page = Paginator(shown, PER_PAGE).get_page(request.GET.get("page"))
    keep(request, until=[*consultation.boundaries(), now + MINUTE])
    return render(
        request,
        "analysis/detached.html",
        {
            "consultation": consultation,
            "counts": counts,
            "not_shown": counts.detached - page.paginator.count,
            "comments_are_public": comments_are_public(consultation, now=now),
            "page": page,
            "page_numbers": list(page.paginator.get_elided_page_range(page.number)),
            "voices": voices(page.object_list),
        },
    )
