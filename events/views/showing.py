"""What the page of an event shows, fetched once."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from wagtail.models import Page

from events import wording
from events.domain import calendar
from events.enums import Progress
from events.models import EventSession


@dataclass(frozen=True)
class Fact:
    name: str
    value: str
    url: str = ""


@dataclass(frozen=True)
class Showing:
    """`session` is the one on now, the next or the last, and None in a draft without a date."""

    sessions: list[EventSession]
    session: EventSession | None
    place: str
    is_on: bool
    is_over: bool
    can_come: bool
    facts: list[Fact]
    venues: list
    documents: list
    related_pages: list
    schedule: list[str]


def showing(event, *, now: datetime | None = None):
    now = now or timezone.now()
    sessions = [each for each in event.sessions.all().select_related("venue") if each.starts_at]
    for session in sessions:
        session.event = event
    shown = calendar.next_of(sessions, now=now)
    is_over = bool(sessions) and all(session.ends_at <= now for session in sessions)
    return Showing(
        sessions=sessions,
        session=shown,
        place=wording.place_in_words(shown) if shown else "",
        is_on=any(_is_on(each, now=now) for each in sessions),
        is_over=is_over,
        can_come=not event.is_off and not is_over,
        facts=[*_of_only_session(sessions), *_of_event(event)],
        venues=list({each.venue_id: each.venue for each in sessions if each.venue}.values()),
        documents=[each.document for each in event.documents.all().select_related("document")],
        related_pages=_for_everybody([each.page_id for each in event.related_pages.all()]),
        schedule=[line.strip() for line in event.schedule.splitlines() if line.strip()],
    )


def _is_on(session, *, now):
    return not session.is_off and calendar.progress(session, now=now) == Progress.DURING


def _of_only_session(sessions):
    if len(sessions) != 1:
        return []
    session = sessions[0]
    joins = session.online_url and not session.is_off
    facts = [
        Fact("When", wording.when_in_words(session)),
        Fact("Where", wording.address_in_words(session)),
        Fact("Online", "Join online" if joins else "", session.online_url),
        Fact("Places", f"{session.places:,}" if session.places else ""),
    ]
    return [fact for fact in facts if fact.value]


def _of_event(event):
    closes_at = event.booking_closes_at
    consultations = _for_everybody([event.consultation_id])
    facts = [
        Fact("Who it is for", event.audience or event.get_open_to_display()),
        Fact("Cost", event.cost or "Free"),
        Fact("Booking closes", wording.moment_in_words(closes_at) if closes_at else ""),
        *(Fact("Part of", page.title, page.url) for page in consultations),
    ]
    return [fact for fact in facts if fact.value]


def _for_everybody(ids):
    """The pages of these ids that everybody may read, in one order for good."""
    wanted = [pk for pk in ids if pk]
    if not wanted:
        return []
    found = {page.pk: page for page in Page.objects.live().public().filter(pk__in=wanted)}
    return [found[pk] for pk in wanted if pk in found]
