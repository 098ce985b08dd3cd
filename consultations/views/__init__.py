"""Pages that are no page of the tree, and what the list of consultations shows."""

from functools import cache

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from wagtail.models import PageViewRestriction

from consultations.enums import Standing
from consultations.forms import ListForm
from consultations.models import ConsultationIndexPage, ConsultationPage
from pages.caching import keep
from pages.models import restricted

CONSULTATIONS_A_PAGE = 20


def visible_consultation(request, slug, *, only=()):
    """The published consultation of this slug, or 404 where this visitor may not see it.

    Every view that is no page comes through here, so that Wagtail's view restrictions hold for
    them too. A view that renders no page of it may ask for some of its fields `only`.
    """
    found = _live(ConsultationPage).filter(slug=slug).select_related("decision_maker")
    found = found.only(*only) if only else found
    return _visible(request, found, "There is no consultation at this address.")


def visible_index(request):
    """The published list of consultations, or 404 where this visitor may not see it."""
    return _visible(request, _live(ConsultationIndexPage), "There is no list of consultations.")


@cache
def _live(model):
    """The question for pages that are live, with whether any is restricted, but no answer to it.

    Every view that is no page asks it, so it is put together once.
    """
    return model.objects.live().annotate(is_restricted=restricted()).order_by("pk")


def _visible(request, pages, refusal):
    """The first of these pages; its restrictions are asked for only if it has any."""
    page = pages.first()
    if page is None or (page.is_restricted and not _lets_in(page, request)):
        raise Http404(refusal)
    return page


def _lets_in(page, request):
    restrictions = page.get_view_restrictions()
    return all(restriction.accept_request(request) for restriction in restrictions)


def visible_in_lists(consultations, request):
    """Those of these consultations that this visitor may see, whichever way they are private.

    Somebody without a session is never asked who they are: to ask would keep the page out of the
    page cache.
    """
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return consultations.public()
    for restriction in PageViewRestriction.objects.select_related("page"):
        if not restriction.accept_request(request):
            consultations = consultations.not_descendant_of(restriction.page, inclusive=True)
    return consultations


def listing(index, *, request):
    """One page of the list as it was asked for: by stage, by area, by words; in its parts."""
    now = timezone.now()
    form = ListForm(request.GET)
    consultations = ConsultationPage.objects.child_of(index).live().in_order(now)
    consultations = visible_in_lists(form.narrow(consultations), request)
    page = Paginator(consultations, CONSULTATIONS_A_PAGE).get_page(request.GET.get("page"))
    return {
        "form": form,
        "consultations": page,
        "groups": _in_parts(page.object_list),
        "page_numbers": list(page.paginator.get_elided_page_range(page.number)),
        "query": form.query(),
    }


def _in_parts(consultations):
    """(part, its consultations) for each part of the list that has any here."""
    parts = {standing: [] for standing in Standing}
    for consultation in consultations:
        parts[Standing(consultation.standing)].append(consultation)
    return [(standing, members) for standing, members in parts.items() if members]


def forward_plan(request):
    """What is yet to open, with the days on which it is expected to."""
    index = visible_index(request)
    coming = coming_consultations(index, request=request, now=timezone.now())
    keep(request, until=[consultation.opens_at for consultation in coming])
    return render(
        request, "consultations/forward_plan.html", {"index": index, "consultations": coming}
    )


def coming_consultations(index, *, request, now):
    """What is yet to open, as far as this visitor may see it, in three queries."""
    consultations = ConsultationPage.objects.child_of(index).coming(now)
    return list(
        visible_in_lists(consultations, request)
        .select_related("decision_maker")
        .prefetch_related("areas")
    )
