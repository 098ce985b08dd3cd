"""What pages say about events: which come next, how they stand, when and where they are."""

from dataclasses import dataclass

from django import template
from django.utils import timezone
from django.utils.html import format_html

from events import wording
from events.domain import calendar
from events.enums import EventStatus, Progress, When
from events.exporting.structured import as_json, structured
from events.models import EventPage, EventSession
from pages.caching import keep
from pages.models import SiteDetails

register = template.Library()
register.filter(wording.day_in_words)
register.filter(wording.moment_in_words)
register.filter(wording.when_in_words)
register.filter(wording.times_in_words)
register.filter(wording.place_in_words)


@dataclass(frozen=True)
class Tag:
    label: str
    state: str


@register.simple_tag(takes_context=True)
def coming_events(context, limit=3):
    """The next sessions that go ahead and are not over, for the home page."""
    now = timezone.now()
    sessions = EventSession.objects.of(EventPage.objects.all()).going_ahead()
    sessions = sessions.filter(ends_at__gt=now)
    return _kept(context, calendar.not_past(sessions, now=now)[:limit], now=now)


@register.simple_tag(takes_context=True)
def events_about(context, consultation, limit=6):
    """The next sessions that are part of a consultation, for its page; called off or not."""
    now = timezone.now()
    sessions = EventSession.objects.of(EventPage.objects.filter(consultation=consultation.pk))
    return _kept(context, calendar.not_past(sessions, now=now)[:limit], now=now)


def _kept(context, sessions, *, now):
    """These sessions; a kept page that shows them is forgotten when one of them starts or ends."""
    shown = list(sessions)
    request = context.get("request")
    if hasattr(request, "kept_until"):
        moments = [moment for each in shown for moment in (each.starts_at, each.ends_at)]
        keep(request, until=[request.kept_until, *moments])
    return shown


@register.simple_tag
def event_is_over(event):
    """From the end of its last session that goes ahead; an event without a date never is."""
    return event.ends_at is not None and event.ends_at <= timezone.now()


@register.simple_tag
def event_tag(session):
    """How a session stands, or None. That it is over is said only while it is still today's."""
    now = timezone.now()
    progress = calendar.progress(session, now=now)
    if session.is_off:
        return Tag(session.get_status_display(), "off")
    if progress == Progress.DURING:
        return Tag(progress.label, "now")
    if progress == Progress.AFTER:
        is_today = calendar.when(session, now=now) == When.TODAY
        return Tag(progress.label, "done") if is_today else None
    if session.is_full:
        return Tag("Full", "off")
    if session.status == EventStatus.RESCHEDULED:
        return Tag(session.get_status_display(), "promised")
    return None


@register.simple_tag
def event_line(session, dated=False):
    """“Drop-in, 2pm to 6pm, Millbrook Library”; `dated` where no date stands beside it."""
    times = wording.when_in_words(session) if dated else wording.times_in_words(session)
    kind = session.event.get_kind_display()
    return ", ".join(part for part in (kind, times, wording.place_in_words(session)) if part)


@register.simple_tag(takes_context=True)
def event_data(context, event):
    """The event for search engines. A block of data, which no content policy runs or refuses."""
    request = context["request"]
    council = SiteDetails.for_request(request).council_name
    data = structured(event, site=request.build_absolute_uri("/"), council=council)
    return format_html('<script type="application/ld+json">{}</script>', as_json(data))
