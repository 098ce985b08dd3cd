import pytest

from delivery.models import OutboxMessage
from events.domain.booking_register import mark
from events.domain.booking_retention import forget_bookings, forget_needs
from events.models import Booking, BookingAnswer, BookingNeeds, EventQuestion, TableNote
from records.models import LogEntry
from tests.factories.bookings import DAY, HOUR, make_bookable, make_booking
from tests.factories.tables import make_table

SECOND = HOUR / 3600


@pytest.mark.django_db
def test_needs_go_after_a_week_and_everything_personal_after_six_months(events_editor):
    session = make_bookable(questions=[EventQuestion(label="Which code?", kind="line")])
    [asked] = session.event.booking_questions.all()
    booking = make_booking(
        session,
        name="Amina",
        organisation_name="Hillview Lunch Club",
        access="A loop",
        others="Ben",
        answers=[(asked, "Amina’s own")],
    )
    mark(session_pk=session.pk, came={booking.pk: 1}, by=events_editor, at=session.ends_at)
    week = session.ends_at + 7 * DAY

    assert [forget_needs(at=week - SECOND), forget_needs(at=week), forget_needs(at=week)] == [
        0,
        1,
        0,
    ]
    assert not BookingNeeds.objects.exists()
    later = session.ends_at + 180 * DAY
    assert forget_bookings(at=later) == 0
    later += 10 * DAY
    assert [forget_bookings(at=later), forget_bookings(at=later)] == [1, 0]

    booking = Booking.objects.get()
    assert (booking.name, booking.email, booking.others, booking.user) == ("", "", "", None)
    assert (booking.attended, booking.organisation.name) == (1, "Hillview Lunch Club")
    assert not BookingAnswer.objects.exists()
    assert set(OutboxMessage.objects.values_list("to", "body")) == {("", "")}
    actions = set(LogEntry.objects.values_list("action", flat=True))
    assert {"bookings.needs-deleted", "bookings.forgotten"} <= actions


@pytest.mark.django_db
def test_notes_of_tables_go_with_the_bookings_and_their_numbers_stay(events_editor):
    session = make_bookable()
    table = make_table(session, by=events_editor, headcount=8, led_by="Amina")
    due = session.ends_at + 190 * DAY

    forget_bookings(at=session.ends_at + 180 * DAY)
    assert TableNote.objects.count() == 1
    forget_bookings(at=due)

    table.refresh_from_db()
    assert (table.headcount, table.led_by, TableNote.objects.count()) == (8, "", 0)
