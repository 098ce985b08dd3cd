"""Quotas: so many places for people who book for themselves, so many for organisations."""

import pytest
from django.utils import timezone

from events.domain.booking import Details, cancel, change
from events.domain.booking_dates import OnDate, book_all
from events.domain.booking_quotas import QuotaTaken, shares_by_session
from events.domain.booking_register import walk_in
from events.models import Booking
from records.domain.references import new_key
from tests.events.views.test_booking_views import book_on_page
from tests.factories.bookings import make_bookable, make_booking, make_dated

pytestmark = pytest.mark.django_db
GROUP = {"organisation_name": "Hillview Lunch Club"}


def test_each_has_its_quota_and_takes_nothing_of_the_other_s():
    session = make_bookable(places=10, most_for_people=2, most_for_organisations=3)
    make_booking(session, places=2)

    with pytest.raises(QuotaTaken) as refusal:
        make_booking(session, name="Ben")
    assert (refusal.value.quota, refusal.value.most, refusal.value.left) == ("people", 2, 0)
    make_booking(session, name="Cleo", places=2, **GROUP)
    with pytest.raises(QuotaTaken) as refusal:
        make_booking(session, name="Dan", places=2, organisation_name="Another")
    assert (refusal.value.quota, refusal.value.left) == ("organisations", 1)
    assert make_booking(session, name="Dan", organisation_name="Another").status == "booked"
    assert Booking.objects.count() == 3


def test_what_is_given_back_can_be_had_and_more_only_within_the_quota():
    session = make_bookable(places=10, most_for_people=2)
    first = make_booking(session)
    second = make_booking(session, name="Ben")

    with pytest.raises(QuotaTaken):
        change(booking_pk=first.pk, details=Details(name="Amina", places=2), at=timezone.now())
    cancel(booking_pk=second.pk, at=timezone.now())
    changed = change(
        booking_pk=first.pk, details=Details(name="Amina", places=2), at=timezone.now()
    )
    assert changed.places == 2


def test_whoever_waits_counts_and_whoever_walks_in_does_not(events_editor):
    session = make_bookable(places=1, most_for_people=2)
    make_booking(session)
    assert make_booking(session, name="Ben").status == "waiting"

    with pytest.raises(QuotaTaken):
        make_booking(session, name="Cleo")
    Booking.objects.filter(name="Ben").delete()
    walk_in(session_pk=session.pk, key=new_key(), name="Dan", by=events_editor, at=timezone.now())
    assert make_booking(session, name="Cleo").status == "waiting"


def test_a_quota_refuses_all_dates_together_and_names_the_day():
    sessions = make_dated(1, 8, places=9, most_for_people=1)
    make_booking(sessions[1])

    with pytest.raises(OnDate) as refusal:
        book_all(
            event_pk=sessions[0].event_id,
            key=new_key(),
            details=Details(name="Ben"),
            at=timezone.now(),
        )

    assert refusal.value.session == sessions[1]
    assert Booking.objects.count() == 1


def test_the_page_says_what_is_left_and_why_not(resident):
    session = make_bookable(places=9, most_for_people=1)
    page = resident.get(f"/events/{session.event.slug}/book/").content.decode()
    assert "for people who book for themselves 1 of 1" in page
    make_booking(session)

    refused, _ = book_on_page(resident, session, name="ZZBEN")

    text = refused.content.decode()
    assert refused.status_code == 422
    assert "1 place at most can be had by people who book for themselves" in text
    assert "ZZBEN" in text


def test_shares_take_one_query_for_three_sessions_and_none_without_quotas(
    django_assert_num_queries,
):
    sessions = make_dated(1, 8, 15, places=9, most_for_people=1, most_for_organisations=4)
    terms = sessions[0].event.booking_terms.get()

    with django_assert_num_queries(1):
        shares = shares_by_session(sessions, terms)
    assert [[share.left for share in found] for found in shares.values()] == [[1, 4]] * 3
    terms.most_for_people = terms.most_for_organisations = None
    with django_assert_num_queries(0):
        assert shares_by_session(sessions[:1], terms) == {sessions[0].pk: []}
