"""Somebody without an account books a course in a browser without JavaScript, and comes back."""

from events.domain.booking_places import taken_by_session
from tests.factories.bookings import make_booking, make_dated
from tests.journeys.responding import follow, heading, press, reference


def test_a_course_is_booked_as_a_whole_and_one_date_is_given_back(open_page, home):
    sessions = make_dated(3, 10, 17, places=1, event={"title": "Commissioning together"})
    full = make_booking(sessions[1], name="Ben")
    page = open_page(javascript=False)
    page.goto(sessions[0].event.url)
    follow(page, "Book a place")

    page.get_by_label("All 3 dates").check()
    page.get_by_label("Your name").fill("Amina")
    page.get_by_label("E-mail address").fill("amina@example.org")
    page.get_by_label("anything you need").fill("A seat near the door")
    press(page, "Book")
    assert "There is not enough room on every date" in page.locator("main").inner_text()
    assert page.get_by_label("anything you need").input_value() == "A seat near the door"
    full.delete()
    press(page, "Book")

    assert heading(page) == "You have a place."
    mine = reference(page)
    assert page.locator("#dates + ul > li").count() == 3
    press(page, "See my booking")
    assert page.url.endswith(f"/bookings/{mine}/")
    follow(page, "Cancel this date")
    press(page, "Cancel my booking")
    assert "This booking is cancelled." in page.locator("main").inner_text()
    assert [found.booked for found in taken_by_session(sessions).values()] == [0, 1, 1]
    page.get_by_role("button", name="Open this date").first.click()
    page.wait_for_load_state()
    assert not page.url.endswith(f"/bookings/{mine}/")
    assert "You have a place." in page.locator("main").inner_text()
