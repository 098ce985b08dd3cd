"""Booking in a browser without JavaScript, coming back, and what can be done then."""

import re

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from delivery.models import OutboxMessage
from events.domain.booking import cancel
from events.enums import EventStatus
from events.models import Booking, BookingNeeds, BookingTerms, EventQuestion
from tests.factories.bookings import HOUR, in_days, make_bookable, make_booking, set_session

pytestmark = pytest.mark.django_db


def hidden(answer, name):
    return re.search(rf'name="{name}" value="([^"]+)"', answer.content.decode())[1]


def book_on_page(client, session, /, **fields):
    address = f"/events/{session.event.slug}/book/"
    form = client.get(address)
    sent = {
        "key": hidden(form, "key"),
        "capacity": "myself",
        "name": "Amina",
        "email": "amina@example.org",
        "places": "1",
    } | fields
    return client.post(address, sent), sent


def mailed_link(subject):
    body = OutboxMessage.objects.filter(subject__startswith=subject).latest("pk").body
    return re.search(r"https?://[^/]+(/bookings/\S+)", body)[1]


def opened(client, session, **fields):
    """A booking made on the page and opened with its code."""
    answer, _ = book_on_page(client, session, **fields)
    reference, code = hidden(answer, "reference"), hidden(answer, "code")
    return client.post("/bookings/", {"reference": reference, "code": code}).url


def test_somebody_books_and_comes_back_with_reference_and_code(resident):
    session = make_bookable(
        places=2, questions=[EventQuestion(label="Which code?", kind="line", is_required=True)]
    )
    [question] = session.event.booking_questions.all()
    key = f"q_{question.key.hex}"
    page = resident.get(session.event.url).content.decode()
    assert f'href="/events/{session.event.slug}/book/"' in page

    refused, _ = book_on_page(resident, session, name="", access="A loop")
    assert refused.status_code == 422
    text = refused.content.decode()
    assert "Write your name" in text
    assert "A loop" in text
    assert "Answer the question “Which code?”." in text
    answer, sent = book_on_page(resident, session, access="A loop", **{key: "Volunteering"})
    again = resident.post(f"/events/{session.event.slug}/book/", sent)

    reference, code = hidden(answer, "reference"), hidden(answer, "code")
    assert (hidden(again, "reference"), hidden(again, "code")) == (reference, code)
    assert Booking.objects.count() == 1
    wrong = resident.post("/bookings/", {"reference": reference, "code": "A" * 16})
    assert wrong.status_code == 422
    right = resident.post("/bookings/", {"reference": reference.lower(), "code": code.lower()})
    page = resident.get(right.url).content.decode()
    assert "Volunteering" in page
    assert "A loop" in page
    assert Client().get(right.url).url == f"/bookings/?reference={reference}"
    letter = OutboxMessage.objects.get()
    assert code not in letter.body
    assert letter.attachment.startswith("BEGIN:VCALENDAR")
    assert f"UID:{session.uid}" in letter.attachment


def test_nobody_can_tell_whether_a_reference_is_one(resident):
    reference = make_booking(make_bookable()).reference
    answers = [
        resident.post("/bookings/link/", {"link-reference": one})
        for one in (reference, "222-222-222")
    ]

    texts = [answer.content.decode() for answer in answers]
    assert texts[0].replace(reference, "") == texts[1].replace("222-222-222", "")
    assert OutboxMessage.objects.filter(subject__startswith="Your link").count() == 1
    assert resident.get("/bookings/222-222-222/").status_code == 302


def test_a_mailed_link_works_once_and_only_by_its_button(resident):
    make_booking(make_bookable(), name="Amina")
    address = mailed_link("You have a place")
    token = address.split("token=")[1]
    path = address.split("?")[0]

    assert "Open my booking" in resident.get(address).content.decode()
    resident.get(address)
    let_in = resident.post(path, {"token": token})
    assert "You have a place." in resident.get(let_in.url).content.decode()
    assert Client().post(path, {"token": token}).status_code == 410
    assert Client().post(path, {"token": "made:up:x"}).status_code == 410


def test_changing_passing_on_and_cancelling(resident):
    session = make_bookable(places=3)
    url = opened(resident, session)
    waiting = make_booking(session, name="Ben", places=3)

    form = {"name": "Amina K", "email": "amina@example.org", "places": "2"}
    assert resident.post(f"{url}change/", form).status_code == 422
    assert resident.post(f"{url}change/", form | {"places": "1", "access": "A ramp"}).url == url
    page = resident.get(url).content.decode()
    assert "Amina K" in page
    assert "A ramp" in page

    given = resident.post(f"{url}substitute/", {"name": "Cleo", "email": "cleo@example.org"})
    assert "Cleo comes instead." in given.content.decode()
    assert resident.get(url).status_code == 302
    theirs, address = Client(), mailed_link("A place was passed on")
    url = theirs.post(address.split("?")[0], {"token": address.split("token=")[1]}).url
    assert "A ramp" not in theirs.get(url).content.decode()
    assert theirs.get(f"{url}cancel/").status_code == 200
    assert Booking.objects.get(name="Cleo").status == "booked"
    theirs.post(f"{url}cancel/")

    waiting.refresh_from_db()
    assert (Booking.objects.get(name="Cleo").status, waiting.status) == ("cancelled", "offered")


def test_an_offered_place_is_taken_by_a_button(resident):
    session = make_bookable(places=1)
    first = make_booking(session, name="Ben")
    url = opened(resident, session)
    assert "You are on the waiting list." in resident.get(url).content.decode()
    cancel(booking_pk=first.pk, at=timezone.now())

    assert "Take the place" in resident.get(url).content.decode()
    resident.get(f"{url}accept/")
    assert Booking.objects.get(name="Amina").status == "offered"
    resident.post(f"{url}accept/")

    assert "You have a place." in resident.get(url).content.decode()


def test_evaluation_and_certificate_are_for_those_who_came(resident):
    words = EventQuestion(label="How was it?", kind="yes-no", asked="afterwards")
    session = make_bookable(places=3, questions=[words], gives_certificates=True)
    url = opened(resident, session, places="2", others="Ben\nCleo")
    [question] = session.event.booking_questions.all()
    assert resident.get(f"{url}certificate/").url == url
    assert resident.get(f"{url}evaluate/").url == url
    over = timezone.now() - HOUR
    set_session(session, starts_at=over - HOUR, ends_at=over)
    Booking.objects.update(attended=2)

    page = resident.get(url).content.decode()
    assert "Say how it was" in page
    assert "Change what you told us" not in page
    certificate = resident.get(f"{url}certificate/").content.decode()
    assert certificate.count("Certificate of attendance</p>") == 2
    assert "Cleo" not in certificate
    resident.post(f"{url}evaluate/", {f"q_{question.key.hex}": "Yes"})
    assert resident.get(f"{url}evaluate/").url == url


def test_somebody_with_an_account_finds_their_bookings_without_a_code(signed_in, stranger, officer):
    booking = make_booking(make_bookable(), user=stranger)

    mine = signed_in(stranger)
    assert booking.reference in mine.get("/bookings/").content.decode()
    assert mine.get(f"/bookings/{booking.reference}/").status_code == 200
    assert booking.reference not in signed_in(officer).get("/bookings/").content.decode()
    assert signed_in(officer).get(f"/bookings/{booking.reference}/").status_code == 302


def test_what_cannot_be_booked_says_so_or_is_not_there(resident):
    session = make_bookable(opens_at=in_days(1))
    address = f"/events/{session.event.slug}/book/"

    ahead = resident.get(address)
    assert ahead.status_code == 409
    assert "Booking opens at" in resident.get(session.event.url).content.decode()
    set_session(session, status=EventStatus.CANCELLED)
    assert resident.get(address).status_code == 409
    BookingTerms.objects.all().delete()
    assert resident.get(address).status_code == 404
    assert resident.get("/events/nothing/book/").status_code == 404


def test_an_event_for_some_is_booked_by_them_alone(resident):
    session = make_bookable()
    restriction = PageViewRestriction.objects.create(page=session.event, restriction_type="groups")
    restriction.groups.add(Group.objects.create(name="Champions"))

    assert resident.get(f"/events/{session.event.slug}/book/").status_code == 404


def test_what_is_full_says_so_in_lists_and_on_its_page(resident):
    session = make_bookable(places=1)
    make_booking(session)

    assert "Join the waiting list" in resident.get(session.event.url).content.decode()
    assert (
        "full, 0 bookings" in resident.get(f"/events/{session.event.slug}/book/").content.decode()
    )


def test_words_come_back_when_a_form_cannot_be_taken(settings):
    session = make_bookable()
    address = f"/events/{session.event.slug}/book/"
    typed = {"name": "Amina", "access": "A hearing loop, please"}

    expired = Client(enforce_csrf_checks=True).post(address, typed)
    assert expired.status_code == 403
    assert "A hearing loop, please" in expired.content.decode()
    settings.MOST_FORMS_A_MINUTE = 1
    cache.clear()
    client = Client()
    client.post(address, typed)
    flood = client.post(address, typed)
    assert (flood.status_code, flood["Retry-After"]) == (429, "60")
    assert not BookingNeeds.objects.exists()


def test_nothing_but_what_is_asked_can_be_set(resident):
    session = make_bookable(places=1)
    make_booking(session, name="First")

    book_on_page(resident, session, status="booked", attended="1", user="1", channel="door")

    booking = Booking.objects.get(name="Amina")
    assert (booking.status, booking.attended, booking.user, booking.channel) == (
        "waiting",
        None,
        None,
        "web",
    )
