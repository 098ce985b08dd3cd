"""The waiting list: in order, held for the editor's hours, then passed on."""

import pytest
from django.utils import timezone

from delivery.models import OutboxMessage
from events.domain import waiting
from events.domain.booking import cancel
from events.domain.booking_places import taken_of
from events.domain.waiting import OfferGone
from events.models import Booking, EventSession
from tests.factories.bookings import HOUR, make_bookable, make_booking, set_session

pytestmark = pytest.mark.django_db


@pytest.fixture
def queue():
    """Somebody with the only place, and three who wait for it in this order."""
    session = make_bookable(places=1, hold_hours=24)
    return [make_booking(session, name=name) for name in ("Amina", "Ben", "Cleo", "Dev")]


def statuses():
    return list(Booking.objects.order_by("pk").values_list("status", flat=True))


def test_a_place_given_back_is_offered_to_whoever_waits_first(queue):
    now = timezone.now()

    cancel(booking_pk=queue[0].pk, at=now)

    assert statuses() == ["cancelled", "offered", "waiting", "waiting"]
    offered = Booking.objects.get(status="offered")
    assert offered.offered_until == now + 24 * HOUR
    assert OutboxMessage.objects.filter(to="ben@example.org").count() == 2
    assert taken_of(queue[0].session).left == 0


def test_an_offer_is_taken_up_to_its_moment_and_not_at_it(queue):
    now = timezone.now()
    cancel(booking_pk=queue[0].pk, at=now)
    until = now + 24 * HOUR

    with pytest.raises(OfferGone):
        waiting.accept(booking_pk=queue[1].pk, at=until)
    assert waiting.pass_on(at=until - HOUR / 3600) == 0
    for _ in range(2):
        waiting.accept(booking_pk=queue[1].pk, at=until - HOUR / 3600)
    assert statuses() == ["cancelled", "booked", "waiting", "waiting"]
    with pytest.raises(OfferGone):
        waiting.accept(booking_pk=queue[2].pk, at=now)


def test_an_offer_without_an_answer_goes_to_the_next_in_line(queue):
    now = timezone.now()
    cancel(booking_pk=queue[0].pk, at=now)
    until = now + 24 * HOUR

    assert [waiting.pass_on(at=until), waiting.pass_on(at=until)] == [1, 0]

    assert statuses() == ["cancelled", "lapsed", "offered", "waiting"]
    assert OutboxMessage.objects.filter(to="ben@example.org", subject__contains="next in").exists()


def test_declining_offers_it_to_the_next_at_once(queue):
    now = timezone.now()
    cancel(booking_pk=queue[0].pk, at=now)

    cancel(booking_pk=queue[1].pk, at=now)

    assert statuses() == ["cancelled", "cancelled", "offered", "waiting"]


def test_places_an_editor_adds_are_offered_by_the_next_sweep(queue):
    set_session(queue[0].session, places=3)

    waiting.pass_on(at=timezone.now())

    assert statuses() == ["booked", "offered", "offered", "waiting"]


def test_places_an_editor_adds_are_offered_when_the_page_is_published(queue):
    page = queue[0].session.event
    session = page.sessions.get()
    assert session.is_full
    session.places = 9
    page.sessions = [session]

    page.save_revision().publish()

    assert statuses() == ["booked", "offered", "offered", "offered"]
    assert not EventSession.objects.get().is_full


def test_a_version_that_knows_of_no_booking_does_not_make_it_free(queue):
    page = queue[0].session.event
    session = page.sessions.get()
    session.is_full = False
    page.sessions = [session]

    page.save_revision().publish()

    assert EventSession.objects.get().is_full


def test_two_who_wait_together_are_not_passed_over(queue):
    session = make_bookable(places=3)
    first = make_booking(session, places=2)
    make_booking(session, name="Ben", places=1)
    pair = make_booking(session, name="Cleo", places=3)
    make_booking(session, name="Dev", places=1)

    cancel(booking_pk=first.pk, at=timezone.now())

    pair.refresh_from_db()
    assert pair.status == "waiting"
    assert taken_of(session).left == 2


def test_a_place_is_held_until_it_starts_and_offered_no_more_after_that(queue):
    session = queue[0].session

    cancel(booking_pk=queue[0].pk, at=session.starts_at - HOUR)
    assert Booking.objects.get(status="offered").offered_until == session.starts_at
    waiting.pass_on(at=session.starts_at)

    assert statuses() == ["cancelled", "lapsed", "waiting", "waiting"]
