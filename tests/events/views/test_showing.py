"""What the page of an event is drawn from."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from events.enums import EventStatus
from events.models import EventPage, EventSession, Venue
from events.views.showing import Fact, showing

# A page asks the database what kind it is, even one that is not saved.
pytestmark = pytest.mark.django_db

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 7, 15, 15, tzinfo=LONDON)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def at_three():
    with time_machine.travel(NOW, tick=False):
        yield


def session_from(starts_at, **fields):
    return EventSession(**{"starts_at": starts_at, "ends_at": starts_at + 2 * HOUR} | fields)


def event_with(*sessions, **fields):
    return EventPage(sessions=list(sessions), **fields)


def test_an_event_is_over_from_its_end():
    first, last = session_from(NOW - DAY), session_from(NOW - 2 * HOUR)
    almost = session_from(NOW - 2 * HOUR + timedelta(microseconds=1))

    assert showing(event_with(first, last)).is_over
    assert not showing(event_with(first, almost)).is_over
    assert not showing(event_with()).is_over


def test_a_page_shows_the_session_on_now_or_the_next_that_goes_ahead():
    yesterday, tomorrow, friday = (session_from(NOW + days * DAY) for days in (-1, 1, 2))
    cancelled = session_from(NOW + HOUR, status=EventStatus.CANCELLED)

    assert showing(event_with(yesterday, cancelled, tomorrow, friday)).session is tomorrow
    assert showing(event_with(yesterday, cancelled)).session is cancelled
    assert showing(event_with(yesterday)).session is yesterday
    assert showing(event_with()).session is None


def test_the_facts_are_all_that_is_known():
    session = session_from(
        NOW,
        venue=Venue(name="Millbrook Library", address="Station Approach"),
        online_url="https://meet.example/",
        places=1200,
    )

    assert showing(event_with(session, audience="Small groups.")).facts == [
        Fact("When", "3pm to 5pm on Wednesday 15 July 2026"),
        Fact("Where", "Millbrook Library, Station Approach"),
        Fact("Online", "Join online", "https://meet.example/"),
        Fact("Places", "1,200"),
        Fact("Who it is for", "Small groups."),
        Fact("Cost", "Free"),
    ]


def test_the_facts_leave_out_what_is_not_known_and_the_link_to_what_is_off():
    session = session_from(NOW, online_url="https://meet.example/", status=EventStatus.CANCELLED)

    assert showing(event_with(session, cost="£5")).facts == [
        Fact("When", "3pm to 5pm on Wednesday 15 July 2026"),
        Fact("Who it is for", "Anyone"),
        Fact("Cost", "£5"),
    ]
