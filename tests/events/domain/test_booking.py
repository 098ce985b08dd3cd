"""Booking, changing, passing on and cancelling."""

import pytest
from django.utils import timezone

from delivery.models import OutboxMessage
from events.domain import booking as domain
from events.domain.booking import CannotBook, CannotChange, Details, NotEnoughPlaces, TooManyPlaces
from events.domain.booking_places import taken_of
from events.enums import BookingState, BookingStatus, EventStatus, QuestionKind
from events.models import Booking, EventPage, EventQuestion
from people.models import Organisation
from records.domain.references import code_for, code_hash, new_key
from tests.factories.bookings import HOUR, in_days, make_bookable, make_booking, set_session

pytestmark = pytest.mark.django_db


def change(booking, **fields):
    given = {"name": booking.name, "email": booking.email, "places": booking.places} | fields
    return domain.change(booking_pk=booking.pk, details=Details(**given), at=timezone.now())


def test_one_form_is_one_booking_however_often_it_is_sent():
    session = make_bookable()
    key = new_key()

    first, second = (make_booking(session, key=key) for _ in range(2))

    assert (first, Booking.objects.count()) == (second, 1)
    assert first.code_hash == code_hash(code_for(key))
    assert OutboxMessage.objects.count() == 1


def test_the_last_place_is_had_and_the_next_one_waits():
    session = make_bookable(places=2)

    statuses = [make_booking(session, name=name).status for name in ("Amina", "Ben", "Cleo")]

    assert statuses == ["booked", "booked", "waiting"]
    assert session.event.sessions.get().is_full
    subjects = OutboxMessage.objects.order_by("pk").values_list("subject", flat=True)
    assert [subject.split(":")[0] for subject in subjects] == [
        "You have a place",
        "You have a place",
        "You are on the waiting list",
    ]


def test_whoever_comes_later_does_not_overtake_those_who_wait():
    session = make_bookable(places=3)
    make_booking(session, places=2)
    pair = make_booking(session, name="Ben", places=2)

    single = make_booking(session, name="Cleo", places=1)

    assert (pair.status, single.status) == ("waiting", "waiting")
    assert taken_of(session).left == 1


def test_without_a_waiting_list_what_is_full_is_refused():
    session = make_bookable(places=1, has_waiting_list=False)
    make_booking(session)

    with pytest.raises(NotEnoughPlaces) as refusal:
        make_booking(session, name="Ben")

    assert refusal.value.left == 0
    assert Booking.objects.count() == 1


def test_nobody_waits_for_more_places_than_there_are():
    with pytest.raises(NotEnoughPlaces):
        make_booking(make_bookable(places=2), places=3)


def test_an_organisation_has_no_more_places_than_its_cap():
    session = make_bookable(places=20, most_places=5, most_places_per_organisation=3)
    make_booking(session, organisation_name="Hillview Lunch Club", places=2)

    with pytest.raises(TooManyPlaces) as refusal:
        make_booking(session, organisation_name=" hillview  lunch club", places=2)

    assert (refusal.value.most, refusal.value.already) == (3, 2)
    assert make_booking(session, organisation_name="Hillview Lunch Club", places=1).places == 1
    assert Organisation.objects.count() == 1
    with pytest.raises(TooManyPlaces):
        make_booking(session, places=6)


def test_booking_opens_and_closes_at_its_moments():
    opens, closes = in_days(1), in_days(2)
    session = make_bookable(opens_at=opens, event={"booking_closes_at": closes})
    second = HOUR / 3600

    for at, state in ((opens - second, "not-yet"), (closes, "closed")):
        with pytest.raises(CannotBook) as refusal:
            make_booking(session, at=at)
        assert refusal.value.state == BookingState(state)
    assert make_booking(session, at=opens).status == "booked"
    assert make_booking(session, at=closes - second).status == "booked"


def test_what_has_started_is_off_or_is_not_public_is_not_booked():
    session = make_bookable()
    with pytest.raises(CannotBook):
        make_booking(session, at=session.starts_at)
    set_session(session, status=EventStatus.POSTPONED)
    with pytest.raises(CannotBook):
        make_booking(session)
    set_session(session, status=EventStatus.SCHEDULED)
    EventPage.objects.update(live=False)
    with pytest.raises(CannotBook):
        make_booking(session)


def test_answers_keep_the_words_that_were_asked():
    question = EventQuestion(label="Which code?", kind=QuestionKind.CHOICE, choices="A\nB")
    session = make_bookable(questions=[question])
    [asked] = session.event.booking_questions.all()

    booking = make_booking(session, answers=[(asked, "B")], access="A loop", diet="No nuts")
    EventQuestion.objects.all().delete()

    assert list(booking.answers.values_list("label", "value")) == [("Which code?", "B")]
    assert (booking.needs.access, booking.needs.diet) == ("A loop", "No nuts")


def test_more_places_only_while_there_are_some_and_nobody_waits():
    session = make_bookable(places=3)
    booking = make_booking(session, places=1)

    assert change(booking, places=3, access="A ramp").places == 3
    with pytest.raises(NotEnoughPlaces):
        change(booking, places=4)
    waiting = make_booking(session, name="Ben")
    with pytest.raises(NotEnoughPlaces):
        change(waiting, places=2)
    change(booking, places=2)
    waiting.refresh_from_db()
    assert waiting.status == BookingStatus.OFFERED
    with pytest.raises(NotEnoughPlaces):
        change(booking, places=3)


def test_a_place_that_is_passed_on_belongs_to_somebody_else():
    session = make_bookable()
    key = new_key()
    booking = make_booking(session, key=key, access="A loop")

    domain.substitute(booking_pk=booking.pk, name="Ben", email="ben@example.org", at=timezone.now())

    booking = Booking.objects.get()
    assert (booking.name, booking.status) == ("Ben", "booked")
    assert booking.code_hash != code_hash(code_for(key))
    assert not hasattr(booking, "needs")
    assert OutboxMessage.objects.get(to="ben@example.org").subject.startswith("A place was passed")


def test_cancelling_is_possible_until_it_starts():
    session = make_bookable()
    booking = make_booking(session)

    with pytest.raises(CannotChange):
        domain.cancel(booking_pk=booking.pk, at=session.starts_at)
    for _ in range(2):
        domain.cancel(booking_pk=booking.pk, at=session.starts_at - HOUR)

    booking.refresh_from_db()
    assert (booking.status, booking.cancelled_at) == ("cancelled", session.starts_at - HOUR)
    with pytest.raises(CannotChange):
        change(booking)
