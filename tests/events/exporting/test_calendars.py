"""Calendar files, read back by a library that had no part in writing them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
import vobject
from wagtail.models import PageViewRestriction

from events.enums import EventStatus
from events.models import EventPage, EventSession
from tests.factories.events import make_event, make_event_index, make_venue

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 3, 1, 12, tzinfo=LONDON)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def at_noon():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def index(home):
    return make_event_index(home)


def session(*moment, **fields):
    starts_at = datetime(*moment, tzinfo=LONDON)
    return EventSession(**{"starts_at": starts_at, "ends_at": starts_at + HOUR} | fields)


def publish(event):
    event.save_revision().publish()
    return EventPage.objects.get(pk=event.pk)


def read(browser, address):
    """The file as vobject understands it, and its lines, unfolded."""
    response = browser.get(address)
    assert (response.status_code, response["Content-Type"]) == (
        200,
        "text/calendar; charset=utf-8",
    )
    text = response.content.decode()
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return vobject.readOne(text), text.replace("\r\n ", "").split("\r\n")


def entries(browser, address):
    calendar, _ = read(browser, address)
    return calendar.contents.get("vevent", [])


def test_times_are_londons_through_both_changes_of_the_clocks(index, resident):
    moments = [
        (2026, 3, 28, 10),
        (2026, 3, 29, 0, 30),
        (2026, 3, 29, 2, 30),
        (2026, 7, 1, 23),
        (2026, 10, 24, 10),
        (2026, 10, 25, 0, 30),
        (2026, 10, 25, 2, 30),
        (2027, 1, 5, 9),
    ]
    make_event(index, sessions=[session(*moment) for moment in moments])

    calendar, lines = read(resident, "/events/library-drop-in/event.ics")

    expected = [datetime(*moment, tzinfo=LONDON).astimezone(UTC) for moment in moments]
    found = [entry.dtstart.value for entry in calendar.vevent_list]
    assert [moment.astimezone(UTC) for moment in found] == expected
    assert [entry.dtend.value.astimezone(UTC) for entry in calendar.vevent_list] == [
        moment + HOUR for moment in expected
    ]
    assert "DTSTART;TZID=Europe/London:20260329T003000" in lines
    assert calendar.vtimezone.tzid.value == "Europe/London"


def test_an_entry_says_what_when_and_where(index, resident):
    event = make_event(
        index,
        title="Compact; what, and why",
        summary="Half a day.\nBring tea, please; and cake.",
        kind="training",
        sessions=[
            session(2026, 3, 10, 10, venue=make_venue(address="Station Approach, Millbrook"))
        ],
    )
    publish(event)

    [entry] = entries(resident, "/events/compact-what-and-why/event.ics")

    assert entry.summary.value == "Compact; what, and why"
    assert entry.location.value == "Millbrook Library, Station Approach, Millbrook"
    assert entry.categories.value == ["Training"]
    assert entry.url.value == "http://testserver/events/compact-what-and-why/"
    assert "Bring tea, please; and cake." in entry.description.value
    assert (entry.status.value, entry.sequence.value) == ("CONFIRMED", "0")


def test_a_moved_and_then_cancelled_session_keeps_its_uid_and_counts_up(index, resident, at_noon):
    event = publish(
        make_event(index, sessions=[session(2026, 3, 10, 10), session(2026, 3, 17, 10)])
    )
    address = "/events/library-drop-in/event.ics"
    first = entries(resident, address)
    at_noon.shift(DAY)
    moved = event.sessions.get_object_list()[0]
    moved.starts_at, moved.ends_at = moved.starts_at + DAY, moved.ends_at + DAY
    event = publish(event)
    second = entries(resident, address)
    event.sessions.get_object_list()[0].status = EventStatus.CANCELLED
    publish(event)
    third = entries(resident, address)

    assert len({entry.uid.value for entry in (*first, *second, *third)}) == 2
    history = [found[0] for found in (first, second, third)]
    assert [entry.sequence.value for entry in history] == ["0", "1", "2"]
    assert [entry.status.value for entry in history] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert [entry.dtstamp.value for entry in history] == [NOW, NOW + DAY, NOW + DAY]
    assert "First planned for Tuesday 10 March 2026." in history[1].description.value
    assert history[2].summary.value == "Cancelled: Library drop-in"
    assert [entry.sequence.value for entry in (first[1], second[1], third[1])] == ["0"] * 3


def test_subscriptions_hold_all_events_or_those_of_one_type(index, resident):
    make_event(index, title="Talk", kind="meeting", sessions=[session(2026, 3, 10, 10)])
    make_event(index, title="Course", kind="training", sessions=[session(2026, 3, 11, 10)])
    make_event(index, title="Secret", live=False, sessions=[session(2026, 3, 11, 10)])
    make_event(index, title="A year ago", sessions=[session(2025, 3, 1, 11)])
    make_event(index, title="Almost a year ago", sessions=[session(2025, 3, 1, 12)])

    def titles(address):
        return [entry.summary.value for entry in entries(resident, address)]

    assert titles("/events/calendar.ics") == ["Almost a year ago", "Talk", "Course"]
    assert titles("/events/calendar/meeting.ics") == ["Talk"]
    assert titles("/events/calendar/networking.ics") == []
    assert resident.get("/events/calendar/nonsense.ics").status_code == 404


def test_what_not_everybody_may_see_is_in_no_calendar(index, resident):
    event = make_event(index, sessions=[session(2026, 3, 10, 10)])
    PageViewRestriction.objects.create(page=event, restriction_type=PageViewRestriction.LOGIN)

    assert entries(resident, "/events/calendar.ics") == []
    assert resident.get("/events/library-drop-in/event.ics").status_code == 404
    assert resident.get("/events/library-drop-in/poster/").status_code == 404


def test_the_same_events_make_the_same_file_in_the_same_queries(
    index, resident, django_assert_num_queries
):
    make_event(index, sessions=[session(2026, 3, day, 10, venue=make_venue()) for day in (3, 4)])
    first = resident.get("/events/calendar.ics").content
    again = resident.get("/events/calendar.ics").content
    make_event(index, sessions=[session(2026, 3, 5, 10, venue=make_venue("Civic Offices"))])

    with django_assert_num_queries(3):
        third = resident.get("/events/calendar.ics").content

    assert first == again
    assert third.count(b"BEGIN:VEVENT") == 3
