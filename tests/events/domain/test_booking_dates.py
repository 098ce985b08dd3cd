"""Booking all coming dates of an event at once: all or nothing, one letter, one code."""

import pytest
from django.utils import timezone
from icalendar import Calendar

from delivery.models import OutboxMessage
from events.domain import booking_dates as domain
from events.domain.booking import CannotBook, CannotChange, Details, cancel, substitute
from events.domain.booking_places import taken_by_session
from events.enums import BookingState, EventStatus
from events.models import Booking, BookingTerms, EventQuestion
from records.domain.references import code_for, code_hash, new_key
from tests.factories.bookings import HOUR, make_booking, make_dated, set_session

pytestmark = pytest.mark.django_db


def book_all(event, *, key=None, at=None, by=None, **details):
    given = {"name": "Amina", "email": "amina@example.org"} | details
    return domain.book_all(
        event_pk=event.pk,
        key=key or new_key(),
        details=Details(**given),
        at=at or timezone.now(),
        by=by,
    )


def test_one_form_books_every_coming_date_with_one_letter_and_one_code():
    sessions = make_dated(1, 8, 15, 22, questions=[EventQuestion(label="Why?", kind="line")])
    event, key = sessions[0].event, new_key()
    set_session(sessions[1], status=EventStatus.CANCELLED)
    [question] = event.booking_questions.all()

    first, again = (
        book_all(event, key=key, places=2, access="A loop", answers=[(question, "To learn")])
        for _ in range(2)
    )

    assert first == again == list(Booking.objects.order_by("session__starts_at"))
    assert [one.session_id for one in first] == [sessions[n].pk for n in (0, 2, 3)]
    assert len({one.together for one in first}) == 1
    assert {one.code_hash for one in first} == {code_hash(code_for(key))}
    assert all(one.needs.access and one.answers.get().value == "To learn" for one in first)
    assert event.sessions.filter(is_full=True).count() == 3
    letter = OutboxMessage.objects.get()
    for one in first:
        assert one.reference in letter.body
    entries = Calendar.from_ical(letter.attachment).walk("VEVENT")
    assert {str(entry["uid"]) for entry in entries} == {str(one.session.uid) for one in first}


def test_a_date_without_room_refuses_all_of_them_and_is_named():
    sessions = make_dated(1, 8, 15)
    make_booking(sessions[1], name="Ben", places=2)
    make_booking(sessions[2], name="Cleo")

    with pytest.raises(domain.DatesFull) as refusal:
        book_all(sessions[0].event, places=2)

    assert refusal.value.sessions == [sessions[1], sessions[2]]
    assert Booking.objects.count() == 2
    with pytest.raises(domain.DatesFull) as refusal:
        book_all(sessions[0].event)
    assert refusal.value.sessions == [sessions[1]]


def test_nobody_is_overtaken_on_any_date():
    sessions = make_dated(1, 8, places=3)
    make_booking(sessions[1], name="Ben", places=2)
    assert make_booking(sessions[1], name="Pair", places=2).status == "waiting"

    with pytest.raises(domain.DatesFull):
        book_all(sessions[0].event)


def test_the_cap_of_an_organisation_holds_on_each_date():
    sessions = make_dated(1, 8, places=20, most_places=5, most_places_per_organisation=3)
    make_booking(sessions[1], organisation_name="Hillview Lunch Club", places=2)

    with pytest.raises(domain.OnDate) as refusal:
        book_all(sessions[0].event, organisation_name="Hillview Lunch Club", places=2)
    assert (refusal.value.session, refusal.value.refusal.already) == (sessions[1], 2)
    with pytest.raises(domain.OnDate):
        book_all(sessions[0].event, places=6)
    assert len(book_all(sessions[0].event, organisation_name="Hillview Lunch Club")) == 2


def test_what_has_started_or_is_not_offered_is_not_among_them():
    sessions = make_dated(1, 8)
    event, second = sessions[0].event, HOUR / 3600

    late = book_all(event, at=sessions[0].starts_at)
    assert [one.session_id for one in late] == [sessions[1].pk]
    assert len(book_all(event, at=sessions[0].starts_at - second, name="Ben")) == 2
    with pytest.raises(CannotBook) as refusal:
        book_all(event, at=sessions[1].starts_at)
    assert refusal.value.state == BookingState.CLOSED
    BookingTerms.objects.update(offers_all_dates=False)
    with pytest.raises(CannotBook):
        book_all(event)


def test_one_date_is_cancelled_or_all_that_are_ahead():
    sessions = make_dated(1, 8, 15, places=1)
    one, two, three = book_all(sessions[0].event)
    waiting = make_booking(sessions[2], name="Ben")
    cancel(booking_pk=two.pk, at=timezone.now())
    before = OutboxMessage.objects.filter(to="amina@example.org").count()

    cancelled = domain.cancel_all(booking_pk=three.pk, at=sessions[0].starts_at)

    assert cancelled == [three]
    waiting.refresh_from_db()
    assert waiting.status == "offered"
    assert OutboxMessage.objects.filter(to="amina@example.org").count() == before + 1
    assert [found.left for found in taken_by_session(sessions).values()] == [0, 1, 0]
    with pytest.raises(CannotChange):
        domain.cancel_all(booking_pk=one.pk, at=sessions[0].starts_at)


def test_all_are_cancelled_with_one_letter_that_names_them():
    sessions = make_dated(1, 8)
    bookings = book_all(sessions[0].event)

    domain.cancel_all(booking_pk=bookings[1].pk, at=timezone.now())

    letter = OutboxMessage.objects.get(subject__startswith="Your booking is cancelled")
    assert all(one.reference in letter.body for one in bookings)
    assert not Booking.objects.current().exists()


def test_a_date_that_is_passed_on_leaves_the_others_and_takes_none_along():
    sessions = make_dated(1, 8)
    one, two = book_all(sessions[0].event)

    substitute(booking_pk=one.pk, name="Ben", email="ben@example.org", at=timezone.now())

    one.refresh_from_db()
    assert domain.made_together(one) == [one]
    assert domain.made_together(two) == [two]
    assert one.code_hash != two.code_hash


def test_an_editor_who_takes_it_down_is_on_record(events_editor):
    sessions = make_dated(1, 8)

    bookings = book_all(sessions[0].event, by=events_editor)

    assert {one.taken_by for one in bookings} == {events_editor}


def test_six_dates_are_listed_in_as_many_queries_as_two(django_assert_num_queries):
    for days in ((1, 2), range(1, 7)):
        sessions = make_dated(*days)
        bookings = book_all(sessions[0].event, name=f"Of {len(sessions)}")
        with django_assert_num_queries(1):
            assert len([one.session.event for one in domain.made_together(bookings[0])]) == len(
                days
            )
