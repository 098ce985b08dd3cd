"""Who is to be reminded, and who is to be asked how it was. Once each, however often it is asked.

The letter is queued in the same transaction in which its booking notes it.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q

from events.enums import Asked, BookingChannel, BookingStatus, EventStatus, News
from events.models import Booking, BookingTerms, EventQuestion, EventSession
from events.signals import booking_news

MOST_DAYS = timedelta(days=30)
ASKED_FOR = timedelta(days=7)  # after it is over; later nobody remembers


def remind(*, at):
    """Remind everybody booked in what starts soon, and goes ahead. How many were."""
    sessions = (
        EventSession.objects.going_ahead()
        .filter(starts_at__gt=at, starts_at__lte=at + MOST_DAYS, event__live=True)
        .values_list("pk", "event_id", "starts_at")
    )
    days = dict(BookingTerms.objects.values_list("event_id", "reminder_days"))
    soon = {
        pk: starts_at - timedelta(days=days[event])
        for pk, event, starts_at in sessions
        if days.get(event) and starts_at - timedelta(days=days[event]) <= at
    }
    return sum(_remind(pk, since, at) for pk, since in soon.items())


@transaction.atomic
def _remind(session_pk, since, at):
    """Whoever got the place when it was soon already has just had a letter, and needs no other."""
    due = _with_place().filter(
        ~Q(reminded_for=F("session__starts_at")) | Q(reminded_for__isnull=True),
        session_id=session_pk,
        booked_at__lt=since,
    )
    return _tell(due, News.REMINDER, at, "reminded_for", lambda booking: booking.session.starts_at)


@transaction.atomic
def ask_how_it_was(*, at):
    """Ask those who came, where the event has questions for afterwards. How many were."""
    questions = EventQuestion.objects.filter(
        event=OuterRef("session__event"), asked=Asked.AFTERWARDS
    )
    due = _with_place().filter(
        Exists(questions),
        Q(attended__gt=0) | Q(attended__isnull=True),
        asked_at__isnull=True,
        session__ends_at__lte=at,
        session__ends_at__gt=at - ASKED_FOR,
        session__status__in=EventStatus.going_ahead(),
        session__event__live=True,
    )
    return _tell(due, News.EVALUATION, at, "asked_at", lambda booking: at)


def _with_place():
    return (
        Booking.objects.filter(status=BookingStatus.BOOKED, forgotten_at__isnull=True)
        .exclude(email="")
        .exclude(channel=BookingChannel.DOOR)
        .select_related("session__event", "session__venue", "organisation")
        .order_by("pk")
    )


def _tell(due, news, at, noted, value):
    bookings = list(due.select_for_update(of=("self",)))
    for booking in bookings:
        setattr(booking, noted, value(booking))
        booking.save(update_fields=[noted])
        booking_news.send(Booking, booking=booking, news=news, at=at)
    return len(bookings)
