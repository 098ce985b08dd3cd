from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.template import Context
from django.test import RequestFactory

from events.enums import EventKind, EventStatus
from events.models import EventPage, EventSession, Venue
from events.templatetags.event_tags import (
    Fact,
    Tag,
    coming_events,
    event_facts,
    event_line,
    event_now,
    event_tag,
)
from pages.caching import keep
from tests.factories.events import make_event, make_event_index

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
    given = {"starts_at": starts_at, "ends_at": starts_at + 2 * HOUR} | fields
    return EventSession(**{"event": EventPage(kind=EventKind.DROP_IN)} | given)


def event_with(*sessions, **fields):
    return EventPage(sessions=list(sessions), **fields)


@pytest.fixture
def index(home):
    index = make_event_index(home)
    for title, starts_at, fields in [
        ("Over since two", NOW - 3 * HOUR, {}),
        ("On now", NOW - HOUR, {}),
        ("Cancelled", NOW + HOUR, {"status": EventStatus.CANCELLED}),
        ("Postponed", NOW + HOUR, {"status": EventStatus.POSTPONED}),
        ("Unpublished", NOW + HOUR, {"live": False}),
        ("Tomorrow", NOW + DAY, {}),
        ("Friday", NOW + 2 * DAY, {}),
        ("Saturday", NOW + 3 * DAY, {}),
    ]:
        ends_at = starts_at + 2 * HOUR
        make_event(index, title=title, starts_at=starts_at, ends_at=ends_at, **fields)
    return index


@pytest.mark.usefixtures("index")
def test_the_coming_events_are_the_next_that_go_ahead():
    assert [session.event.title for session in coming_events(Context())] == [
        "On now",
        "Tomorrow",
        "Friday",
    ]
    assert [session.event.title for session in coming_events(Context(), limit=1)] == ["On now"]


@pytest.mark.usefixtures("index")
def test_the_coming_events_cost_the_same_queries_when_there_are_more(django_assert_num_queries):
    for limit in (1, 3):
        with django_assert_num_queries(2):
            coming_events(Context(), limit=limit)


@pytest.mark.usefixtures("index")
def test_a_kept_page_is_forgotten_when_the_first_coming_event_ends():
    request = RequestFactory().get("/")
    keep(request)

    coming_events(Context({"request": request}))

    assert request.kept_until == NOW + HOUR


@pytest.mark.usefixtures("index")
def test_a_kept_page_keeps_its_own_boundary_when_that_is_earlier():
    request = RequestFactory().get("/")
    keep(request, until=[NOW + timedelta(minutes=5)])

    coming_events(Context({"request": request}))

    assert request.kept_until == NOW + timedelta(minutes=5)


@pytest.mark.usefixtures("index")
def test_a_page_that_may_not_be_kept_stays_so_when_it_shows_events():
    request = RequestFactory().get("/")

    coming_events(Context({"request": request}))

    assert not hasattr(request, "kept_until")


@pytest.mark.parametrize(
    ("starts_at", "status", "expected"),
    [
        (NOW + HOUR, EventStatus.SCHEDULED, None),
        (NOW, EventStatus.SCHEDULED, Tag("On now", "now")),
        (NOW - 2 * HOUR, EventStatus.SCHEDULED, Tag("Over", "done")),
        (NOW - DAY, EventStatus.SCHEDULED, None),
        (NOW + HOUR, EventStatus.RESCHEDULED, Tag("New date", "promised")),
        (NOW, EventStatus.RESCHEDULED, Tag("On now", "now")),
        (NOW - DAY, EventStatus.RESCHEDULED, None),
        (NOW, EventStatus.CANCELLED, Tag("Cancelled", "off")),
        (NOW - DAY, EventStatus.CANCELLED, Tag("Cancelled", "off")),
        (NOW + HOUR, EventStatus.POSTPONED, Tag("Postponed", "off")),
    ],
)
def test_a_tag_says_how_an_event_stands(starts_at, status, expected):
    assert event_tag(session_from(starts_at, status=status)) == expected


def test_an_event_is_over_from_its_end():
    first, last = session_from(NOW - DAY), session_from(NOW - 2 * HOUR)
    almost = session_from(NOW - 2 * HOUR + timedelta(microseconds=1))

    assert event_now(event_with(first, last)).is_over
    assert not event_now(event_with(first, almost)).is_over
    assert not event_now(event_with()).is_over


def test_a_page_shows_the_session_on_now_or_the_next_that_goes_ahead():
    yesterday, tomorrow, friday = (session_from(NOW + days * DAY) for days in (-1, 1, 2))
    cancelled = session_from(NOW + HOUR, status=EventStatus.CANCELLED)

    assert event_now(event_with(yesterday, cancelled, tomorrow, friday)).session is tomorrow
    assert event_now(event_with(yesterday, cancelled)).session is cancelled
    assert event_now(event_with(yesterday)).session is yesterday
    assert event_now(event_with()).session is None


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"venue": Venue(name="Millbrook Library")}, "Drop-in, 3pm to 5pm, Millbrook Library"),
        ({"online_url": "https://meet.example/"}, "Drop-in, 3pm to 5pm, online"),
        ({}, "Drop-in, 3pm to 5pm"),
    ],
)
def test_a_line_says_what_when_and_where(fields, line):
    assert event_line(session_from(NOW, **fields)) == line


def test_a_line_says_the_whole_date_when_none_stands_beside_it():
    session = session_from(NOW, venue=Venue(name="Millbrook Library"))

    assert event_line(session, dated=True) == (
        "Drop-in, 3pm to 5pm on Wednesday 15 July 2026, Millbrook Library"
    )


def test_the_facts_are_all_that_is_known():
    session = session_from(
        NOW,
        venue=Venue(name="Millbrook Library", address="Station Approach"),
        online_url="https://meet.example/",
        places=1200,
    )

    assert event_facts(event_with(session, audience="Small groups.")) == [
        Fact("When", "3pm to 5pm on Wednesday 15 July 2026"),
        Fact("Where", "Millbrook Library, Station Approach"),
        Fact("Online", "Join online", "https://meet.example/"),
        Fact("Places", "1,200"),
        Fact("Who it is for", "Small groups."),
        Fact("Cost", "Free"),
    ]


def test_the_facts_leave_out_what_is_not_known_and_the_link_to_what_is_off():
    session = session_from(NOW, online_url="https://meet.example/", status=EventStatus.CANCELLED)

    assert event_facts(event_with(session, cost="£5")) == [
        Fact("When", "3pm to 5pm on Wednesday 15 July 2026"),
        Fact("Who it is for", "Anyone"),
        Fact("Cost", "£5"),
    ]
