"""Bookings that an editor takes down: the rules of the site, on record, printed where need be."""

import pytest
from django.utils import timezone

from delivery.models import OutboxMessage
from events.domain.booking import cancel
from events.models import Booking, EventQuestion
from records.models import LogEntry
from tests.events.views.test_booking_views import hidden
from tests.factories.bookings import make_bookable, make_booking, make_dated

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(events_editor, signed_in):
    return signed_in(events_editor)


def take(client, event, **fields):
    address = f"/admin/events/{event.pk}/book/"
    sent = {
        "key": hidden(client.get(address), "key"),
        "channel": "phone",
        "capacity": "myself",
        "name": "Amina",
        "places": "1",
    } | fields
    return client.post(address, sent), sent, address


def test_somebody_rings_and_gets_a_page_to_print(editor, events_editor, resident):
    session = make_bookable(
        places=1, questions=[EventQuestion(label="Which code?", kind="line", is_required=True)]
    )
    [question] = session.event.booking_questions.all()
    asked = f"q_{question.key.hex}"
    refused, _, _ = take(editor, session.event, access="ZZWORDS")
    assert refused.status_code == 422
    assert "ZZWORDS" in refused.content.decode()

    answer, sent, address = take(editor, session.event, **{asked: "Volunteering"})
    again = editor.post(address, sent)

    booking = Booking.objects.get()
    assert (booking.channel, booking.taken_by, booking.user) == ("phone", events_editor, None)
    assert LogEntry.objects.get(action="bookings.taken").by == events_editor
    assert not OutboxMessage.objects.exists()
    for page in (answer.content.decode(), again.content.decode()):
        assert booking.reference in page
        assert "No e-mail address was given" in page
    code = answer.content.decode().split("Code: <strong>")[1].split("<")[0]
    opened = resident.post("/bookings/", {"reference": booking.reference, "code": code})
    assert opened.url == f"/bookings/{booking.reference}/"


def test_the_same_places_and_rules_as_on_the_site(editor):
    session = make_bookable(places=1, most_places=2)
    make_booking(session, name="Ben")

    waiting, _, _ = take(editor, session.event, email="amina@example.org", channel="desk")

    assert "on the waiting list" in waiting.content.decode()
    assert OutboxMessage.objects.filter(subject__startswith="You are on the waiting").count() == 1
    many, _, _ = take(editor, session.event, places="3")
    assert "2 places at most can be booked at once." in many.content.decode()
    unknown, _, _ = take(editor, session.event, channel="door")
    assert unknown.status_code == 422
    type(session.event).objects.update(live=False)
    closed = editor.get(f"/admin/events/{session.event.pk}/book/")
    assert closed.status_code == 409
    assert "This cannot be booked just now" in closed.content.decode()


def test_letters_to_one_address_are_not_limited_for_an_editor(editor):
    session = make_bookable(places=20)

    for number in range(7):
        take(editor, session.event, name=f"Person {number}", email="group@example.org")

    assert OutboxMessage.objects.filter(to="group@example.org").count() == 7


def test_whoever_has_no_address_is_rung_when_a_place_is_held(editor, events_editor):
    session = make_bookable(places=1)
    first = make_booking(session, name="Ben")
    take(editor, session.event, phone="01632 960001")
    register = f"/admin/sessions/{session.pk}/register/"
    assert "Ring these" not in editor.get(register).content.decode()
    cancel(booking_pk=first.pk, at=timezone.now())
    offered = Booking.objects.get(name="Amina")

    page = editor.get(register).content.decode()
    editor.post(f"/admin/bookings/{offered.pk}/accept/")

    assert "Ring these" in page
    assert "01632 960001" in page
    offered.refresh_from_db()
    assert offered.status == "booked"
    assert LogEntry.objects.get(action="bookings.accepted").by == events_editor
    cancel(booking_pk=offered.pk, at=timezone.now())
    late = editor.post(f"/admin/bookings/{offered.pk}/accept/", follow=True).content.decode()
    assert "was not taken in time" in late


def test_an_editor_changes_a_booking_for_somebody_within_the_places(editor, events_editor):
    session = make_bookable(places=3)
    booking = make_booking(session, email="", access="A loop")
    url = f"/admin/bookings/{booking.pk}/change/"
    assert url in editor.get(f"/admin/sessions/{session.pk}/register/").content.decode()
    assert "A loop" in editor.get(url).content.decode()

    refused = editor.post(url, {"name": "Amina", "places": "4", "access": "ZZWORDS"})
    assert refused.status_code == 422
    assert "ZZWORDS" in refused.content.decode()
    editor.post(url, {"name": "Amina", "places": "3", "access": "A ramp"})

    booking = Booking.objects.get()
    assert (booking.places, booking.needs.access) == (3, "A ramp")
    assert LogEntry.objects.get(action="bookings.changed").by == events_editor
    cancel(booking_pk=booking.pk, at=timezone.now())
    late = editor.post(url, {"name": "Amina", "places": "1"}, follow=True).content.decode()
    assert "so it stays as it is" in late
    assert Booking.objects.get().places == 3


def test_all_dates_are_taken_at_once(editor):
    sessions = make_dated(1, 8)

    answer, _, _ = take(editor, sessions[0].event, session="all")

    assert "on each date" in answer.content.decode()
    assert Booking.objects.filter(channel="phone").count() == 2


def test_nobody_else_takes_bookings(editor, signed_in, board_member, stranger, resident):
    session = make_bookable()

    assert editor.get(f"/admin/events/{session.event.pk}/book/").status_code == 200
    for client in (signed_in(board_member), signed_in(stranger), resident):
        answer = client.post(f"/admin/events/{session.event.pk}/book/", {"key": "k" * 40})
        assert answer.status_code in (302, 403, 404)
    assert not Booking.objects.exists()
