"""Whoever has sent a response is offered the consultation's events, and types nothing again."""

import datetime as dt

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from consultations.responses.domain.sending import find_receipt
from consultations.responses.models import Response
from events.forms.known import AGE, pack, unpack
from events.models import Booking
from integration.offers import MOST, offers
from tests.consultations.responses.views.responding.steps import send, text
from tests.factories.bookings import HOUR, in_days, make_bookable, set_session
from tests.factories.consultations import passages_of

pytestmark = pytest.mark.django_db
TICK = dt.timedelta(microseconds=1)


def bookable(draft, *, title="Community Forum", **fields):
    event = {"title": title, "consultation_id": draft.consultation.pk} | fields.pop("event", {})
    return make_bookable(event=event, **fields)


def sent(browser, draft, **about):
    answer = send(browser, draft, passages_of(draft)[0], **about)
    assert answer.status_code == 302
    return browser.get(answer.url)


def receipt_of(browser, draft):
    key = browser.cookies["basket"].value
    return find_receipt(key=key, consultation=draft.consultation)


def hidden_known(page):
    return page.content.decode().split('name="known" value="')[1].split('"')[0]


AMINA = {"publish": "with_name", "name": "Amina Khan", "email": "amina@example.org"}


def test_the_booking_form_is_filled_in_and_nothing_is_booked_before_it_is_sent(
    usual_draft, resident
):
    session = bookable(usual_draft)
    page = sent(resident, usual_draft, **AMINA)

    assert "Book a place at “Community Forum”" in text(page)
    assert "amina@example.org" not in page.content.decode().split("<form")[0]
    address = reverse("events:book", args=[session.event.slug])
    form = resident.post(address, {"known": hidden_known(page)})

    assert form.status_code == 200
    assert form.context["form"]["name"].value() == "Amina Khan"
    assert form.context["form"]["email"].value() == "amina@example.org"
    assert not form.context["form"].errors
    assert not Booking.objects.exists()
    sent_form = {"key": form.context["key"], "capacity": "myself", "places": "1"}
    named = {"name": "Amina Khan", "email": "amina@example.org"}
    assert resident.post(address, sent_form | named).status_code == 200
    assert Booking.objects.get().email == "amina@example.org"


def test_a_group_takes_its_name_along(usual_draft, resident):
    session = bookable(usual_draft)
    page = sent(resident, usual_draft, capacity="group", organisation_name="Millbrook Carers")
    address = reverse("events:book", args=[session.event.slug])
    form = resident.post(address, {"known": hidden_known(page)}).context["form"]

    assert form["capacity"].value() == "organisation"
    assert form["organisation_name"].value() == "Millbrook Carers"


def test_who_gave_no_details_gets_an_empty_form(usual_draft, resident):
    session = bookable(usual_draft)
    page = sent(resident, usual_draft)

    assert "Book a place at “Community Forum”" in text(page)
    assert "What you gave us about you" not in text(page)
    form = resident.post(reverse("events:book", args=[session.event.slug]), {"known": ""})
    assert form.status_code == 200
    assert form.context["form"]["name"].value() in ("", None)


def test_details_stay_in_the_browser_that_sent(usual_draft, resident):
    bookable(usual_draft)
    sent(resident, usual_draft, **AMINA)
    receipt = receipt_of(resident, usual_draft)
    elsewhere = type(receipt)(receipt.response, "")

    [offer] = offers(elsewhere, now=in_days(0))
    assert offer.known == ""
    assert offers(receipt, now=in_days(0))[0].known


@pytest.mark.parametrize(("after", "is_known"), [(0, True), (AGE, True), (AGE + 1, False)])
def test_what_goes_along_lasts_two_hours(monkeypatch, after, is_known):
    monkeypatch.setattr("time.time", lambda: 1_700_000_000)
    known = pack(name="Amina")
    monkeypatch.setattr("time.time", lambda: 1_700_000_000 + after)

    assert bool(unpack(known)) == is_known


@pytest.mark.parametrize("wrong", ["", "x"])
def test_a_field_that_is_not_ours_fills_in_nothing(wrong):
    assert unpack(wrong) == {}


def test_a_field_signed_for_something_else_fills_in_nothing():
    assert unpack(signing.dumps({"name": "A"}, salt="another")) == {}


def test_it_is_offered_from_opening_up_to_not_including_the_start(usual_draft, resident):
    session = bookable(usual_draft, opens_at=in_days(2))
    sent(resident, usual_draft)
    receipt = receipt_of(resident, usual_draft)
    opens_at = session.event.booking_terms.get().opens_at

    assert offers(receipt, now=opens_at - TICK) == []
    assert len(offers(receipt, now=opens_at)) == 1
    assert len(offers(receipt, now=session.starts_at - TICK)) == 1
    assert offers(receipt, now=session.starts_at) == []


def test_what_cannot_be_booked_or_seen_is_not_offered(usual_draft, resident):
    elsewhere = make_bookable()
    full = bookable(usual_draft, title="Full", has_waiting_list=False)
    set_session(full, is_full=True)
    waiting = bookable(usual_draft, title="Waiting")
    set_session(waiting, is_full=True)
    closed = bookable(usual_draft, title="Closed")
    PageViewRestriction.objects.create(page=closed.event, restriction_type="login")
    off = bookable(usual_draft, title="Off")
    set_session(off, status="cancelled")

    page = text(sent(resident, usual_draft))
    assert "Join the waiting list of “Waiting”" in page
    for one in (elsewhere, full, closed, off):
        assert f"“{one.event.title}”" not in page


def test_an_event_is_offered_once_and_three_at_most_in_as_many_queries(
    usual_draft, resident, django_assert_num_queries
):
    bookable(usual_draft, title="Forum 1", starts_at=in_days(9))
    sent(resident, usual_draft)
    receipt = receipt_of(resident, usual_draft)
    with django_assert_num_queries(4):
        assert len(offers(receipt, now=in_days(0))) == 1
    for number in range(2, 6):
        bookable(usual_draft, title=f"Forum {number}", starts_at=in_days(10 + number, -1) + HOUR)
    receipt = receipt_of(resident, usual_draft)
    with django_assert_num_queries(4):
        found = offers(receipt, now=in_days(0))

    assert [one.session.event.title for one in found] == ["Forum 1", "Forum 2", "Forum 3"]
    assert len(found) == MOST


def test_nothing_is_said_where_there_is_no_event(usual_draft, resident):
    page = sent(resident, usual_draft)

    assert "Come and talk about it" not in text(page)
    assert Response.objects.count() == 1
    assert Client().get(page.request["PATH_INFO"]).status_code == 302
