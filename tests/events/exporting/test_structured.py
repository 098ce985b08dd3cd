"""What search engines read, and that nothing in it can end its script element."""

import json
import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from events.enums import EventStatus
from events.exporting.structured import as_json
from events.models import EventSession
from tests.factories.events import make_event, make_event_index, make_venue

LONDON = ZoneInfo("Europe/London")
STARTS_AT = datetime(2099, 7, 15, 14, tzinfo=LONDON)
HOUR = timedelta(hours=1)
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)


@pytest.fixture
def index(home):
    return make_event_index(home)


def session(starts_at=STARTS_AT, **fields):
    return EventSession(**{"starts_at": starts_at, "ends_at": starts_at + HOUR} | fields)


def data_of(browser, event):
    [block] = BLOCK.findall(browser.get(event.url).content.decode())
    return json.loads(block)


def test_a_free_event_at_a_venue_and_online(index, resident):
    venue = make_venue(address="Station Approach", hearing_loop="At the desk")
    event = make_event(
        index,
        sessions=[
            session(venue=venue, online_url="https://meet.example/", places=12, is_full=True)
        ],
        booking_closes_at=STARTS_AT - 24 * HOUR,
    )

    data = data_of(resident, event)

    assert (data["@type"], data["name"]) == ("Event", "Library drop-in")
    assert data["startDate"] == "2099-07-15T14:00:00+01:00"
    assert data["eventStatus"] == "https://schema.org/EventScheduled"
    assert data["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    place, online = data["location"]
    assert (place["@type"], place["address"]) == ("Place", "Station Approach")
    assert place["amenityFeature"][0]["value"] == "At the desk"
    assert online == {"@type": "VirtualLocation", "url": "https://meet.example/"}
    assert data["offers"]["availability"] == "https://schema.org/SoldOut"
    assert data["offers"]["validThrough"] == "2099-07-14T14:00:00+01:00"
    assert data["maximumAttendeeCapacity"] == 12


def test_a_series_says_how_each_session_stands(index, resident):
    event = make_event(
        index,
        cost="£5",
        sessions=[
            session(previous_starts_at=STARTS_AT - 24 * HOUR),
            session(STARTS_AT + 24 * HOUR, status=EventStatus.CANCELLED),
            session(STARTS_AT + 48 * HOUR, status=EventStatus.POSTPONED),
        ],
    )

    data = data_of(resident, event)

    assert data["@type"] == "EventSeries"
    assert [each["eventStatus"].rpartition("/")[2] for each in data["subEvent"]] == [
        "EventRescheduled",
        "EventCancelled",
        "EventPostponed",
    ]
    assert data["subEvent"][0]["previousStartDate"] == "2099-07-14T14:00:00+01:00"
    assert not any("offers" in each for each in data["subEvent"])


def test_no_words_can_end_the_block(index, resident):
    hostile = "</script><script>alert(1)</script><!-- & \u2028"
    event = make_event(index, title=f"A {hostile}", sessions=[session()])

    assert data_of(resident, event)["name"] == f"A {hostile}"
    assert not re.search(r"[<>&\u2028]", as_json({"a": hostile}))
