from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from events.enums import EventStatus, When
from events.models import EventSession
from events.views.lists import SESSIONS_A_PAGE
from tests.factories.consultations import make_consultation
from tests.factories.events import make_event, make_event_index, make_venue

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 7, 15, 12, tzinfo=LONDON)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

pytestmark = pytest.mark.usefixtures("at_noon")


@pytest.fixture
def at_noon():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def index(home):
    return make_event_index(home)


def event_at(index, starts_at, **fields):
    return make_event(index, starts_at=starts_at, ends_at=starts_at + HOUR, **fields)


def groups_of(response):
    groups = response.context["groups"]
    return [(when, [session.event.title for session in sessions]) for when, sessions in groups]


def test_the_list_shows_today_before_what_is_coming_and_leaves_out_the_past(index, resident):
    event_at(index, NOW + 2 * DAY, title="Friday")
    event_at(index, NOW - DAY, title="Yesterday")
    event_at(index, NOW - 3 * HOUR, title="This morning")
    event_at(index, NOW + DAY, title="Tomorrow")
    event_at(index, NOW + 5 * DAY, title="Monday")

    response = resident.get("/events/")

    assert groups_of(response) == [
        (When.TODAY, ["This morning"]),
        (When.WEEK, ["Tomorrow", "Friday"]),
        (When.COMING, ["Monday"]),
    ]


def test_the_list_shows_only_the_past_when_asked_for_it(index, resident):
    event_at(index, NOW, title="Today")
    event_at(index, NOW - 2 * DAY, title="Monday")
    event_at(index, NOW - DAY, title="Yesterday")

    response = resident.get("/events/?when=past")

    assert groups_of(response) == [(When.PAST, ["Yesterday", "Monday"])]


@pytest.mark.parametrize("when", ["", "PAST", "nonsense"])
def test_the_list_is_the_main_one_when_asked_for_anything_else(index, resident, when):
    event_at(index, NOW, title="Today")
    event_at(index, NOW - DAY, title="Yesterday")

    response = resident.get("/events/", {"when": when})

    assert groups_of(response) == [(When.TODAY, ["Today"])]


def test_a_cancelled_event_stays_listed_with_its_tag(index, resident):
    event_at(index, NOW + DAY, title="Bid-writing", status=EventStatus.CANCELLED)

    response = resident.get("/events/")

    assert groups_of(response) == [(When.WEEK, ["Bid-writing"])]
    assert '<span class="tag tag--off">Cancelled</span>' in response.content.decode()


def test_the_list_leaves_out_events_that_not_everybody_may_read(index, resident):
    event_at(index, NOW, title="Unpublished", live=False)
    restricted = event_at(index, NOW, title="For members")
    PageViewRestriction.objects.create(page=restricted, restriction_type=PageViewRestriction.LOGIN)
    event_at(index, NOW, title="For all")

    response = resident.get("/events/")

    assert groups_of(response) == [(When.TODAY, ["For all"])]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("", "No event is planned at the moment."),
        ("?when=past", "No event is over yet."),
    ],
)
def test_an_empty_list_says_so(index, resident, query, sentence):
    response = resident.get(f"/events/{query}")

    assert groups_of(response) == []
    assert sentence in response.content.decode()


@pytest.mark.parametrize(("query", "sign"), [("", 1), ("when=past&", -1)])
def test_a_long_list_goes_on_on_a_second_page(index, resident, query, sign):
    starts = [NOW + sign * (number + 1) * DAY for number in range(SESSIONS_A_PAGE + 1)]
    make_event(index, sessions=[EventSession(starts_at=at, ends_at=at + HOUR) for at in starts])

    first = resident.get(f"/events/?{query}")
    second = resident.get(f"/events/?{query}page=2")

    assert sum(len(titles) for _, titles in groups_of(first)) == SESSIONS_A_PAGE
    assert [len(titles) for _, titles in groups_of(second)] == [1]
    assert f'href="?{query.replace("&", "&amp;")}page=2"' in first.content.decode()


@pytest.fixture
def varied(indexes, index):
    """Five events that differ in what a list can be asked for."""
    ropeworks, library = make_venue("The Old Ropeworks"), make_venue()
    trees = make_consultation(slug="trees", title="Trees in our streets")
    event_at(index, NOW + DAY, title="Bid-writing", kind="training", venue=ropeworks, cost="£5")
    event_at(
        index, NOW + DAY, title="Trees evening", kind="forum", venue=library, consultation=trees
    )
    event_at(index, NOW + DAY, title="Talk", kind="meeting", online_url="https://meet.example/")
    event_at(index, NOW + DAY, title="For youngsters", kind="meeting", open_to="young")
    event_at(index, NOW - DAY, title="Old talk", kind="meeting", online_url="https://meet.example/")
    return {"place": ropeworks.pk, "consultation": trees.pk}


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ({"kind": "meeting"}, ["Talk", "For youngsters"]),
        ({"kind": "meeting", "when": "past"}, ["Old talk"]),
        ({"audience": "young"}, ["For youngsters"]),
        ({"place": None}, ["Bid-writing"]),
        ({"consultation": None}, ["Trees evening"]),
        ({"free": "on", "place": None}, []),
        ({"online": "on"}, ["Talk"]),
        ({"words": "trees"}, ["Trees evening"]),
        ({"words": "young"}, ["For youngsters"]),
        ({"words": "zebra"}, []),
        ({"kind": "nonsense", "online": "on"}, ["Talk"]),
    ],
)
def test_a_list_can_be_asked_for_what_somebody_looks_for(varied, resident, asked, titles):
    asked = {name: varied.get(name) if value is None else value for name, value in asked.items()}

    response = resident.get("/events/", asked)

    assert [title for _, found in groups_of(response) for title in found] == titles
    assert ("No event is like that." in response.content.decode()) is (not titles)


def test_a_month_shows_each_session_on_its_days_and_its_neighbours(index, resident):
    event_at(index, datetime(2026, 6, 30, 23, 30, tzinfo=LONDON), title="Night")
    event_at(index, datetime(2026, 7, 31, 10, tzinfo=LONDON), title="Last day")
    event_at(index, datetime(2026, 8, 1, tzinfo=LONDON), title="August")
    midnight = datetime(2026, 7, 3, tzinfo=LONDON)
    make_event(index, title="Two days", starts_at=midnight - 30 * HOUR, ends_at=midnight)

    response = resident.get("/events/?month=2026-07")

    shown = {day.day: [s.event.title for s in found] for day, found in response.context["days"]}
    assert {day: titles for day, titles in shown.items() if titles} == {
        1: ["Night", "Two days"],
        2: ["Two days"],
        31: ["Last day"],
    }
    assert len(shown) == 31
    page = response.content.decode()
    assert 'href="?month=2026-06"' in page
    assert 'href="?month=2026-08"' in page


def test_a_month_that_is_none_shows_the_list(index, resident):
    event_at(index, NOW, title="Today")

    for month in ("2026-13", "1999-01", "x", "2026-07-01"):
        assert groups_of(resident.get("/events/", {"month": month})) == [(When.TODAY, ["Today"])]


@pytest.mark.parametrize("query", ["", "?when=past", "?month=2026-07&kind=training"])
def test_the_list_costs_the_same_queries_with_one_event_and_with_three(
    index, resident, django_assert_num_queries, query
):
    for days in (1, -1):
        event_at(index, NOW + days * DAY, kind="training", venue=make_venue())
    resident.get("/events/")
    with CaptureQueriesContext(connection) as queries_for_one:
        resident.get(f"/events/{query}")
    for days in (2, 3):
        event_at(index, NOW + days * DAY, kind="training", venue=make_venue("Civic Offices"))
        event_at(index, NOW - days * DAY, kind="training", venue=make_venue(f"Hall {days}"))

    with django_assert_num_queries(len(queries_for_one)):
        response = resident.get(f"/events/{query}")

    assert response.content.decode().count("Library drop-in") >= 3
