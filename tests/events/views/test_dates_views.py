"""Booking all dates in a browser without JavaScript, and going from one date to another."""

import pytest
from django.test import Client

from events.models import Booking, BookingTerms
from tests.events.views.test_booking_views import book_on_page, hidden
from tests.factories.bookings import make_booking, make_dated

pytestmark = pytest.mark.django_db


def test_all_dates_are_booked_opened_and_cancelled(resident):
    sessions = make_dated(1, 8, 15)
    address = f"/events/{sessions[0].event.slug}/book/"
    assert "All 3 dates" in resident.get(address).content.decode()

    answer, sent = book_on_page(resident, sessions[0], session="all")
    again = resident.post(address, sent)

    one, two, three = Booking.objects.order_by("session__starts_at")
    for page in (answer, again):
        assert hidden(page, "reference") == one.reference
        assert three.reference in page.content.decode()
    code = hidden(answer, "code")
    mine = resident.post("/bookings/", {"reference": two.reference, "code": code}).url
    page = resident.get(mine).content.decode()
    assert one.reference in page
    assert "Cancel all dates" in page
    other = resident.post(f"{mine}other-date/", {"reference": one.reference})
    assert resident.get(other.url).status_code == 200
    resident.post(f"{other.url}other-date/", {"reference": two.reference})
    assert "Cancel all dates?" in resident.get(f"{mine}cancel-all/").content.decode()
    resident.post(f"{mine}cancel-all/")

    assert not Booking.objects.current().exists()
    assert "There is nothing left to cancel." in resident.get(f"{mine}cancel-all/").content.decode()


def test_the_full_date_is_named_and_nothing_typed_is_lost(resident):
    sessions = make_dated(1, 8, places=1)
    make_booking(sessions[1], name="Ben")

    refused, _ = book_on_page(resident, sessions[0], session="all", access="ZZWORDS")

    assert refused.status_code == 422
    text = refused.content.decode()
    assert f"{sessions[1].starts_at:%B %Y}. Choose one date at a time" in text
    assert f"{sessions[0].starts_at.day} {sessions[0].starts_at:%B %Y}. Choose" not in text
    assert "ZZWORDS" in text
    assert Booking.objects.count() == 1


def test_all_dates_are_offered_only_where_the_terms_say_so(resident):
    sessions = make_dated(1, 8)
    BookingTerms.objects.update(offers_all_dates=False)

    page = resident.get(f"/events/{sessions[0].event.slug}/book/").content.decode()
    refused, _ = book_on_page(resident, sessions[0], session="all")

    assert "All 2 dates" not in page
    assert refused.status_code == 422


def test_another_s_booking_is_not_opened_from_one_s_own(resident):
    sessions = make_dated(1, 8)
    mine, theirs = (make_booking(sessions[0], name=name) for name in ("Amina", "Ben"))
    answer, _ = book_on_page(resident, sessions[1], session=str(sessions[1].pk), name="Cleo")
    code = hidden(answer, "code")
    own = resident.post("/bookings/", {"reference": hidden(answer, "reference"), "code": code}).url

    led = resident.post(f"{own}other-date/", {"reference": theirs.reference})

    assert led.url == own
    assert Client().post(f"/bookings/{mine.reference}/cancel-all/").url.startswith("/bookings/?")
