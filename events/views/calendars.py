"""Calendar files: of one event, of one type, of all. Each can be downloaded or subscribed to."""

from datetime import timedelta

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from events.enums import EventKind
from events.exporting.calendars import calendar_of
from events.models import EventPage, EventSession
from events.views.visible import visible_event, visible_index
from pages.caching import keep

LOOKS_BACK = timedelta(days=365)


@require_safe
def all_events(request):
    index = visible_index(request)
    return _answer(request, _sessions(index), name=index.title, slug="events")


@require_safe
def of_kind(request, kind):
    if kind not in EventKind:
        raise Http404("There is no type of event of this name.")
    index = visible_index(request)
    name = f"{index.title}: {EventKind(kind).label}"
    return _answer(request, _sessions(index, kind=kind), name=name, slug=kind)


@require_safe
def of_event(request, slug):
    event = visible_event(request, slug)
    sessions = EventSession.objects.filter(event=event).select_related("event", "venue")
    return _answer(request, sessions, name=event.title, slug=slug)


def _sessions(index, **fields):
    """Everything from a year ago on, so that what was cancelled is still heard of."""
    events = EventPage.objects.child_of(index).filter(**fields)
    since = timezone.now() - LOOKS_BACK
    return EventSession.objects.of(events).filter(ends_at__gt=since).order_by("starts_at", "pk")


def _answer(request, sessions, *, name, slug):
    keep(request)
    site = request.build_absolute_uri("/")
    body = calendar_of(sessions, name=name, site=site)
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'inline; filename="{slug}.ics"'
    return response
