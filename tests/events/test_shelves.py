"""The bookings of an account: its own, by one query for any number."""

import pytest
from django.utils import timezone

from events.models import Booking
from events.shelves import shelf_of
from tests.factories.bookings import make_bookable, make_booking

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("number", [1, 3])
def test_an_account_holds_its_own_bookings_and_no_forgotten_ones(
    home, stranger, officer, number, django_assert_num_queries
):
    session = make_bookable(places=20)
    mine = [make_booking(session, user=stranger) for _ in range(number)]
    make_booking(session, user=officer)
    make_booking(session)
    forgotten = make_booking(session, user=stranger)
    Booking.objects.filter(pk=forgotten.pk).update(forgotten_at=timezone.now())

    with django_assert_num_queries(1):
        shelf = shelf_of(stranger, timezone.now())

    assert {thing.url for thing in shelf.things} == {
        f"/bookings/{booking.reference}/" for booking in mine
    }
    assert {thing.title for thing in shelf.things} == {session.event.title}
    assert shelf.count == number
