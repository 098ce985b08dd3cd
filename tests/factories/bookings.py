"""Events that are booked here, and bookings, with only what a test cares about said."""

import datetime as dt

from django.utils import timezone

from events.domain.booking import Details, book
from events.models import BookingTerms, EventIndexPage, EventSession
from pages.domain.tree import ensure_home
from records.domain.references import new_key
from tests.factories.events import make_event, make_event_index

HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)


def in_days(days, hours=0):
    return timezone.now() + days * DAY + hours * HOUR


def make_bookable(*, places=2, starts_at=None, questions=(), event=None, **terms):
    """The only session of a published event that is booked here; `event` holds fields of it."""
    starts_at = starts_at or in_days(10)
    given = {
        "title": "Compact essentials",
        "starts_at": starts_at,
        "ends_at": starts_at + 3 * HOUR,
        "places": places,
    } | (event or {})
    index = EventIndexPage.objects.first() or make_event_index(ensure_home())
    page = make_event(
        index, booking_terms=[BookingTerms(**terms)], booking_questions=list(questions), **given
    )
    return EventSession.objects.select_related("event").get(event=page)


def make_booking(session, *, name="Amina", at=None, key=None, user=None, **details):
    given = {"name": name, "email": f"{name.lower()}@example.org"} | details
    return book(
        session_pk=session.pk,
        key=key or new_key(),
        details=Details(**given),
        at=at or timezone.now(),
        user=user,
    )


def set_session(session, **fields):
    """Change a session's row behind its event's back, as time and editors do."""
    EventSession.objects.filter(pk=session.pk).update(**fields)
    session.refresh_from_db()
    return session


def make_dated(*days, event=None, places=2, **terms):
    """The sessions of a published event that is booked here, one on each of these days ahead."""
    first = make_bookable(starts_at=in_days(days[0]), places=places, event=event, **terms)
    page = first.event
    page.sessions = [
        *page.sessions.all(),
        *(
            EventSession(starts_at=in_days(day), ends_at=in_days(day, 3), places=places)
            for day in days[1:]
        ),
    ]
    page.save()
    return list(EventSession.objects.filter(event=page).select_related("event"))
