"""What is deleted when: needs a week after the session, everything personal after six months.

Numbers, and the organisation that sent somebody, stay: the year's figures are made of them.
"""

from datetime import timedelta

from django.db import transaction

from calendars.months import months_before
from delivery.domain.outbox import empty_letters
from events.models import (
    BookerMessage,
    Booking,
    BookingAnswer,
    BookingNeeds,
    EventTable,
    TableNote,
)
from records.domain.log import record

NEEDS_STAY = timedelta(days=7)
BOOKINGS_STAY = 6  # months
NOBODY = {"name": "", "email": "", "phone": "", "others": "", "user": None, "code_hash": ""}


def needs_due(at):
    return [BookingNeeds.objects.filter(booking__session__ends_at__lte=at - NEEDS_STAY)]


def bookings_due(at):
    return [
        Booking.objects.filter(
            forgotten_at__isnull=True, session__ends_at__lte=months_before(at, BOOKINGS_STAY)
        )
    ]


@transaction.atomic
def forget_needs(*, at):
    """Delete what people needed for sessions that ended a week ago. How many said something."""
    [due] = needs_due(at)
    needs = list(due.values_list("pk", flat=True))
    BookingNeeds.objects.filter(pk__in=needs).delete()
    if needs:
        record(action="bookings.needs-deleted", subjects=[_how_many(needs)], at=at)
    return len(needs)


@transaction.atomic
def forget_bookings(*, at):
    """Take every name, address and answer out of old bookings, and out of their letters."""
    [bookings] = bookings_due(at)
    due = list(bookings.values_list("pk", flat=True))
    BookingAnswer.objects.filter(booking__in=due).delete()
    BookingNeeds.objects.filter(booking__in=due).delete()
    Booking.objects.filter(pk__in=due).update(**NOBODY, forgotten_at=at)
    for pk in due:
        empty_letters(prefix=f"booking-{pk}-", at=at)
    BookerMessage.objects.filter(session__ends_at__lte=months_before(at, BOOKINGS_STAY)).update(
        subject="", body=""
    )
    _forget_notes(at)
    if due:
        record(action="bookings.forgotten", subjects=[_how_many(due)], at=at)
    return len(due)


def _forget_notes(at):
    """What was handed over stays with the response; how many people talked stays here."""
    over = {"session__ends_at__lte": months_before(at, BOOKINGS_STAY)}
    EventTable.objects.filter(**over).exclude(led_by="").update(led_by="")
    TableNote.objects.filter(**{f"table__{name}": value for name, value in over.items()}).delete()


def _how_many(rows):
    return f"bookings:{len(rows)} rows"
