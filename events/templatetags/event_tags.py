"""What pages say about events: which come next, how they stand, when and where they are."""

from dataclasses import dataclass

from django import template
from django.utils import timezone

from events import wording
from events.domain import calendar
from events.enums import EventStatus, Progress, When
from events.models import EventPage, EventSession
from pages.caching import keep

register = template.Library()
register.filter(wording.day_in_words)
register.filter(wording.moment_in_words)
register.filter(wording.when_in_words)


@dataclass(frozen=True)
class Tag:
    label: str
    state: str


@dataclass(frozen=True)
class Fact:
    name: str
    value: str
    url: str = ""


@register.simple_tag(takes_context=True)
def coming_events(context, limit=3):
    """The next sessions that go ahead and are not over, for the home page.

    A kept page that shows them is forgotten when the first of them ends.
    """
    now = timezone.now()
    sessions = EventSession.objects.listed(EventPage.objects.all()).going_ahead()
    sessions = sessions.filter(ends_at__gt=now)
    shown = list(calendar.today_and_upcoming(sessions, now=now)[:limit])
    request = context.get("request")
    if hasattr(request, "kept_until"):
        keep(request, until=[request.kept_until, *(session.ends_at for session in shown)])
    return shown


@dataclass(frozen=True)
class Standing:
    """What the head of an event's page says: of the session on now, the next one or the last."""

    session: EventSession | None
    tag: Tag | None
    place: str
    is_over: bool
    venues: list


@register.simple_tag
def event_now(event):
    now = timezone.now()
    sessions = list(event.sessions.all())
    shown = calendar.next_of(sessions, now=now)
    return Standing(
        session=shown,
        tag=shown and event_tag(shown),
        place=wording.place_in_words(shown) if shown else "",
        is_over=bool(sessions) and all(session.ends_at <= now for session in sessions),
        venues=list({s.venue.pk: s.venue for s in sessions if s.venue}.values()),
    )


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


@register.simple_tag
def event_facts(event):
    """What someone needs to know before setting out; what is not known is left out."""
    facts = [
        Fact("Who it is for", event.audience or event.get_open_to_display()),
        Fact("Cost", event.cost or "Free"),
    ]
    return [*_facts_of_only_session(event), *facts]


def _facts_of_only_session(event):
    sessions = list(event.sessions.all())
    if len(sessions) != 1:
        return []
    session = sessions[0]
    venue = session.venue
    where = ", ".join(part for part in (venue.name, venue.address) if part) if venue else ""
    joins = session.online_url and not session.is_off
    facts = [
        Fact("When", wording.when_in_words(session)),
        Fact("Where", where),
        Fact("Online", "Join online" if joins else "", session.online_url),
        Fact("Places", f"{session.places:,}" if session.places else ""),
    ]
    return [fact for fact in facts if fact.value]
