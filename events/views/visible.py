"""The way to a page for whatever is no page itself, so that Wagtail's restrictions hold there."""

from django.http import Http404

from events.models import EventIndexPage, EventPage
from pages.models import restricted


def visible_event(request, slug):
    """The published event of this slug, or 404 where this visitor may not see it."""
    found = EventPage.objects.filter(slug=slug)
    return _visible(request, found, "There is no event at this address.")


def visible_index(request):
    """The published list of events, or 404 where this visitor may not see it."""
    return _visible(request, EventIndexPage.objects.all(), "There is no list of events.")


def _visible(request, pages, refusal):
    page = pages.live().annotate(is_restricted=restricted()).order_by("pk").first()
    if page is None or (page.is_restricted and not _lets_in(page, request)):
        raise Http404(refusal)
    return page


def _lets_in(page, request):
    return all(each.accept_request(request) for each in page.get_view_restrictions())
