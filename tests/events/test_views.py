from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from events.enums import EventStatus, When
from events.views import EVENTS_A_PAGE
from tests.factories.events import make_event, make_event_index

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

    response = resident.get("/events/")

    assert groups_of(response) == [
        (When.TODAY, ["This morning"]),
        (When.COMING, ["Tomorrow", "Friday"]),
    ]


def test_the_list_shows_only_the_past_when_asked_for_it(index, resident):
    event_at(index, NOW, title="Today")
    event_at(index, NOW - 2 * DAY, title="Monday")
    event_at(index, NOW - DAY, title="Yesterday")

    response = resident.get("/events/?when=past")

    assert groups_of(response) == [(When.PAST, ["Yesterday", "Monday"])]


@pytest.mark.parametrize("when", ["", "today", "PAST", "nonsense"])
def test_the_list_is_the_main_one_when_asked_for_anything_else(index, resident, when):
    event_at(index, NOW, title="Today")
    event_at(index, NOW - DAY, title="Yesterday")

    response = resident.get("/events/", {"when": when})

    assert groups_of(response) == [(When.TODAY, ["Today"])]


def test_a_cancelled_event_stays_listed_with_its_tag(index, resident):
    event_at(index, NOW + DAY, title="Bid-writing", status=EventStatus.CANCELLED)

    response = resident.get("/events/")

    assert groups_of(response) == [(When.COMING, ["Bid-writing"])]
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
    for number in range(EVENTS_A_PAGE + 1):
        event_at(index, NOW + sign * (number + 1) * DAY, title=f"Event {number}")

    first = resident.get(f"/events/?{query}")
    second = resident.get(f"/events/?{query}page=2")

    assert sum(len(titles) for _, titles in groups_of(first)) == EVENTS_A_PAGE
    assert [titles for _, titles in groups_of(second)] == [[f"Event {EVENTS_A_PAGE}"]]
    assert f'href="?{query.replace("&", "&amp;")}page=2"' in first.content.decode()


@pytest.mark.parametrize("query", ["", "?when=past"])
def test_the_list_costs_the_same_queries_with_one_event_and_with_three(
    index, resident, django_assert_num_queries, query
):
    event_at(index, NOW + DAY)
    event_at(index, NOW - DAY)
    resident.get("/events/")
    with CaptureQueriesContext(connection) as queries_for_one:
        resident.get(f"/events/{query}")
    for days in (2, 3):
        event_at(index, NOW + days * DAY)
        event_at(index, NOW - days * DAY)

    with django_assert_num_queries(len(queries_for_one)):
        response = resident.get(f"/events/{query}")

    assert [len(titles) for _, titles in groups_of(response)] == [3]
