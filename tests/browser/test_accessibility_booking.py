"""Booking, one's own booking, and the screens of whoever looks after bookings."""

from events.models import Booking, EventQuestion
from tests.browser.inspecting import title_of
from tests.browser.town import LONG_WORD
from tests.factories.bookings import make_bookable, make_booking
from tests.journeys.responding import press


def test_booking_and_one_s_own_booking(page, inspect, home):
    asked = [EventQuestion(label="Which code?", kind="choice", choices="A\nB")]
    session = make_bookable(places=2, questions=asked, asks_diet=True, gives_certificates=True)
    found = {}

    page.goto(f"{session.event.url}book/")
    found["form"] = inspect(page)
    press(page, "Book")
    found[title_of(page)] = inspect(page)
    page.get_by_label("For myself").check()
    page.get_by_label("Your name").fill(LONG_WORD)
    page.get_by_label("E-mail address").fill("amina@example.org")
    press(page, "Book")
    found[title_of(page)] = inspect(page)
    press(page, "See my booking")
    found["booking"] = inspect(page)
    address = page.url
    for step in ("change/", "substitute/", "cancel/", "link/"):
        page.goto(f"{address}{step}")
        found[step] = inspect(page)
    Booking.objects.update(attended=1)
    page.goto(f"{address}certificate/")
    found["certificate"] = inspect(page)
    page.goto("/bookings/")
    press(page, "Open my booking")
    found["find with errors"] = inspect(page)

    assert {name: lines for name, lines in found.items() if lines} == {}
    assert {"Error: Book: Compact essentials", "You have a place"} <= set(found)


def test_screens_of_whoever_looks_after_bookings(page, inspect, sign_in, events_editor, home):
    session = make_bookable(places=3, fewest_people=9)
    booking = make_booking(session, name=LONG_WORD, places=2, access="A loop")
    make_booking(session, name="Ben")
    make_booking(session, name="Waits")
    sign_in(page, events_editor)
    found = {}

    for address in (
        "/admin/",
        f"/admin/sessions/{session.pk}/register/?needs=1",
        f"/admin/sessions/{session.pk}/message/",
        f"/admin/sessions/{session.pk}/tables/add/",
        f"/admin/bookings/{booking.pk}/cancel/",
        f"/admin/events/{session.event_id}/book/",
        f"/admin/events/{session.event_id}/evaluation/",
        "/admin/bookings/",
        f"/admin/bookings/inspect/{booking.pk}/",
        "/admin/waiting-list/",
        "/admin/reports/event-numbers/",
    ):
        page.goto(address)
        found[address] = inspect(page)

    assert {name: lines for name, lines in found.items() if lines} == {}
