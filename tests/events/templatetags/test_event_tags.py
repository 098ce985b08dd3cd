from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.template import Context
from django.test import RequestFactory

from events.enums import EventKind, EventStatus
from events.models import EventPage, EventSession, Venue
from events.templatetags.event_tags import (
    Tag,
    coming_events,
    event_line,
    event_tag,
)
from pages.caching import keep
from tests.factories.consultations import make_consultation
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


def test_a_consultation_shows_its_events_beside_everything_else(index, resident):
    consultation = make_consultation(slug="trees", equality_screened_on=NOW.date())
    starts_at = NOW + DAY
    fields = {"starts_at": starts_at, "ends_at": starts_at + HOUR, "consultation": consultation}
    make_event(index, title="Trees evening", **fields)
    make_event(index, title="Hidden evening", live=False, **fields)

    page = resident.get(consultation.url).content.decode()

    assert "Come and talk about it" in page
    assert "Trees evening" in page
    assert "Hidden evening" not in page
    assert "Tomorrow" not in page
    assert "Equality screening of" in page
