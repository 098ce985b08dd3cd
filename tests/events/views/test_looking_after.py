"""The register, the message, the calling off and the figures of whoever looks after bookings."""

import io

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader
from wagtail.models import GroupPagePermission

from delivery.models import OutboxMessage
from events.domain.booking_numbers import held_in, next_standings, year_in_figures
from events.domain.booking_places import taken_of
from events.enums import EventStatus
from events.models import Booking, BookingTerms, EventIndexPage
from people.domain.roles import group_for
from people.enums import Role
from records.models import LogEntry
from tests.factories.bookings import DAY, HOUR, make_bookable, make_booking, set_session

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(home):
    return make_bookable(places=4)


@pytest.fixture
def editor(events_editor, signed_in):
    return signed_in(events_editor)


def address(name, thing):
    return reverse(f"bookings_{name}", args=[thing.pk])


def test_a_register_is_ticked_walked_into_and_closed(session, editor):
    amina = make_booking(session, name="Amina", access="ZZCANARY loop")
    group = make_booking(session, name="Ben", places=2, organisation_name="Hillview Lunch Club")
    url = address("register", session)

    page = editor.get(url).content.decode()
    assert "Amina" in page
    assert "ZZCANARY" not in page
    assert "ZZCANARY" in editor.get(f"{url}?needs=1").content.decode()
    editor.post(url, {"shown": [amina.pk, group.pk], f"came-{group.pk}": "9"})
    assert list(Booking.objects.order_by("pk").values_list("attended", flat=True)) == [None, 2]

    walk_in = {"key": "k" * 40, "walk-in-name": "Cleo", "walk-in-people": "1"}
    for _ in range(2):
        editor.post(address("walk_in", session), walk_in)
    full = editor.post(
        address("walk_in", session), walk_in | {"key": "l" * 40, "walk-in-people": "2"}
    )
    assert full.status_code == 422
    assert "There is room for 1 more." in full.content.decode()
    editor.post(url, {"shown": [amina.pk], "close": "1"})

    taken = taken_of(session)
    assert (taken.came, taken.walked_in, taken.no_shows, taken.unmarked) == (3, 1, 1, 0)
    assert "1 did not come" in editor.get(url).content.decode()
    assert LogEntry.objects.filter(action="bookings.walk-in").count() == 1


def test_a_register_takes_as_many_queries_for_three_as_for_one(
    session, editor, django_assert_max_num_queries
):
    counts = []
    for names in (["Amina"], ["Ben", "Cleo"]):
        for name in names:
            make_booking(session, name=name, access="x", organisation_name=f"Group {name}")
        editor.get(address("register", session))
        with django_assert_max_num_queries(100) as queries:
            editor.get(f"{address('register', session)}?needs=1")
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_a_message_is_shown_with_its_counts_before_it_goes_once(session, editor):
    make_booking(session, name="Amina", places=4)
    make_booking(session, name="Waits")
    url = address("message", session)
    typed = {"key": "k" * 40, "subject": "New room", "body": "Room 2.", "includes_waiting": "on"}

    shown = editor.post(url, typed).content.decode()
    assert "It goes to 1 with a place first, then to 1 who wait." in shown
    letters = OutboxMessage.objects.filter(subject="New room").order_by("pk")
    assert not letters.exists()
    assert editor.post(url, {"key": "k" * 40}).status_code == 422
    for _ in range(2):
        editor.post(url, typed | {"confirmed": "1"})

    assert [letter.to for letter in letters] == ["amina@example.org", "waits@example.org"]
    assert "Room 2." in letters[0].body


def test_cancelling_an_event_asks_before_it_tells_whoever_booked(session, editor):
    make_booking(session, name="Amina")
    page = session.event
    cancelled = page.sessions.get()
    cancelled.status = EventStatus.CANCELLED
    page.sessions = [cancelled]
    page.save_revision().publish()
    url = address("tell", page)

    assert "1 booking and waiting" in editor.get(url).content.decode()
    assert not OutboxMessage.objects.filter(subject__startswith="Cancelled").exists()
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "has not been told" in " ".join(editor.get(edit).content.decode().split())
    for _ in range(2):
        editor.post(url)

    assert OutboxMessage.objects.get(subject__startswith="Cancelled").to == "amina@example.org"


def test_a_csv_holds_no_formula_and_no_needs_unless_asked(session, editor):
    make_booking(session, name="=cmd|' /C calc'!A0", access="ZZCANARY", phone="+44 1632")
    url = address("export", session)

    plain = b"".join(editor.post(url)).decode()
    asked = b"".join(editor.post(url, {"needs": "1"})).decode()

    assert "'=cmd" in plain
    assert "'+44 1632" in plain
    assert "ZZCANARY" not in plain
    assert "ZZCANARY" in asked
    assert set(LogEntry.objects.values_list("action", flat=True)) >= {
        "bookings.export",
        "bookings.export-with-needs",
    }
    register = editor.get("/admin/bookings/?export=csv")
    text = b"".join(register.streaming_content).decode()
    assert "'=cmd" in text
    assert "ZZCANARY" not in text


REGISTERS = ["/admin/bookings/", "/admin/attendance/", "/admin/waiting-list/"]


def test_registers_are_for_those_who_look_after_the_event(
    session, editor, signed_in, officer, board_member
):
    booking = make_booking(session, name="ZZAMINA")
    waiting = make_booking(session, name="ZZBEN", places=4)
    Booking.objects.filter(pk=booking.pk).update(attended=1)
    inspected = [
        f"/admin/bookings/inspect/{booking.pk}/",
        f"/admin/attendance/inspect/{booking.pk}/",
        f"/admin/waiting-list/inspect/{waiting.pk}/",
    ]

    for url in REGISTERS + inspected:
        assert editor.get(url).status_code == 200
    assert "ZZAMINA" in editor.get("/admin/attendance/").content.decode()
    assert "ZZAMINA" not in editor.get("/admin/waiting-list/").content.decode()
    assert editor.get(f"/admin/waiting-list/inspect/{booking.pk}/").status_code == 404
    assert "ZZBEN" in editor.get("/admin/bookings/?q=ZZBEN").content.decode()
    filtered = editor.get("/admin/bookings/?status__exact=waiting").content.decode()
    assert ("ZZBEN" in filtered, "ZZAMINA" in filtered) == (True, False)
    for other in (officer, board_member):
        for url in REGISTERS + inspected + [address("register", session)]:
            answer = signed_in(other).get(url)
            assert b"ZZ" not in answer.content
            assert answer.status_code in (302, 403, 404)
    for url in ("/admin/board/", "/admin/decisions/"):
        assert editor.get(url).status_code in (302, 403)


def test_an_editor_of_other_events_sees_nothing_of_this_one(session, editor):
    booking = make_booking(session, name="ZZAMINA")
    other = make_bookable(event={"title": "Other"})
    group = group_for(Role.EVENTS_EDITOR)
    GroupPagePermission.objects.filter(group=group, page=EventIndexPage.objects.get()).update(
        page=other.event.page_ptr
    )

    assert b"ZZAMINA" not in editor.get("/admin/bookings/").content
    for url in (
        f"/admin/bookings/inspect/{booking.pk}/",
        address("register", session),
        address("message", session),
        address("results", session.event),
        address("cancel", booking),
    ):
        assert editor.get(url).status_code == 404
    assert editor.get(address("register", other)).status_code == 200


def test_the_editor_and_the_home_show_how_many_have_booked(editor, events_editor, home):
    session = make_bookable(places=20, fewest_people=10)
    make_booking(session, places=4)
    make_booking(session, name="Ben", places=5)

    page = editor.get(reverse("wagtailadmin_pages:edit", args=[session.event_id])).content.decode()
    front = editor.get("/admin/").content.decode()

    for text in (page, front):
        assert "9 of 20 booked" in text
        assert address("register", session) in text
        assert "Fewer than 10 have booked" in text
    [standing] = next_standings(events_editor, now=session.starts_at - 15 * DAY)
    assert not standing.warns


def test_an_editor_cancels_a_booking_for_somebody(session, editor):
    booking = make_booking(session)

    assert "Cancel the booking of Amina?" in editor.get(address("cancel", booking)).content.decode()
    editor.post(address("cancel", booking))

    booking.refresh_from_db()
    assert booking.status == "cancelled"


def test_the_year_in_figures_by_type_and_audience_with_organisations(editor, events_editor, home):
    now = timezone.now()
    sessions = [
        make_bookable(places=30, event={"title": title, "open_to": open_to})
        for title, open_to in (("Compact A", "groups"), ("Compact B", "groups"), ("C", "officers"))
    ]
    for number, session in enumerate(sessions, start=1):
        one = make_booking(session, places=number, organisation_name="Hillview Lunch Club")
        Booking.objects.filter(pk=one.pk).update(attended=number)
        make_booking(session, name="Absent", organisation_name="Elsewhere")
        set_session(session, starts_at=now - HOUR, ends_at=now)
        type(session.event).objects.filter(pk=session.event_id).update(first_published_at=now)
    year = timezone.localtime(now - HOUR).year

    held = list(held_in(events_editor, year=year))
    figures = year_in_figures(held)
    page = editor.get("/admin/reports/event-numbers/", {"title": "compact", "year": year})
    csv = editor.get("/admin/reports/event-numbers/", {"export": "csv", "year": year})

    assert [(t.audience, t.events, t.booked, t.came) for t in figures.totals] == [
        ("Council officers", 1, 4, 3),
        ("Voluntary, community and faith groups", 2, 5, 3),
    ]
    assert figures.organisations == [("Hillview Lunch Club", 6)]
    assert list(held_in(events_editor, year=year - 1)) == []
    text = page.content.decode()
    assert "3 people came." in text
    assert "Council officers</th>" not in text
    lines = b"".join(csv.streaming_content).decode().splitlines()
    assert len(lines) == 4
    assert lines[1].endswith("Hillview Lunch Club")


def test_everybody_who_came_gets_a_certificate_in_one_file(editor):
    session = make_bookable(places=9, gives_certificates=True)
    url = address("certificates", session)
    assert editor.post(url, follow=True).content.decode().count("There are no certificates") == 1
    make_booking(session, name="Amina #strong[x] \u0ba4\u0bae")
    group = make_booking(
        session, name="Ben", others="Cleo", places=4, organisation_name="Hillview Lunch Club"
    )
    make_booking(session, name="Absent")
    Booking.objects.update(attended=1)
    Booking.objects.filter(pk=group.pk).update(attended=3)
    Booking.objects.filter(name="Absent").update(attended=0)

    page = editor.get(address("register", session)).content.decode()
    answer = editor.post(url)

    assert "Download 4 certificates" in page
    sheets = [
        " ".join(sheet.extract_text().split()) for sheet in PdfReader(answer_of(answer)).pages
    ]
    assert len(sheets) == 4
    assert "Amina #strong[x]" in sheets[0]
    assert [name in sheets[n] for n, name in enumerate(("Amina", "Ben", "Cleo", "Name"))] == [
        True
    ] * 4
    assert all("Compact essentials" in sheet for sheet in sheets)
    assert "Hillview Lunch Club" in sheets[3]
    assert "Absent" not in " ".join(sheets)
    assert LogEntry.objects.filter(action="bookings.certificates").count() == 1
    BookingTerms.objects.update(gives_certificates=False)
    assert editor.post(url).status_code == 302


def answer_of(answer):
    return io.BytesIO(answer.content)
