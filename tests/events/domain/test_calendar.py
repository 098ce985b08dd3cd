from datetime import date, datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest

from events.domain import calendar
from events.enums import Progress, When
from events.models import EventPage, EventSession
from tests.factories.events import make_event, make_event_index

# A page asks the database what kind it is, even one that is not saved.
pytestmark = pytest.mark.django_db

LONDON = ZoneInfo("Europe/London")
UTC = ZoneInfo("UTC")
INSTANT = timedelta(microseconds=1)

AN_ORDINARY_DAY = date(2026, 7, 15)
CLOCKS_GO_FORWARD = date(2026, 3, 29)
CLOCKS_GO_BACK = date(2026, 10, 25)
DAYS = [AN_ORDINARY_DAY, CLOCKS_GO_FORWARD, CLOCKS_GO_BACK]


def midnight(day):
    return datetime(day.year, day.month, day.day, tzinfo=LONDON).astimezone(UTC)


def moments_about(day):
    """Both midnights of a day, an instant to either side of each, and its small hours."""
    first, last = midnight(day), midnight(day + timedelta(days=1))
    return [
        first - timedelta(days=1),
        first - INSTANT,
        first,
        first + INSTANT,
        first + timedelta(hours=1, minutes=30),
        last - INSTANT,
        last,
        last + INSTANT,
    ]


def parts_at(now):
    """Each session's parts of the list, found by asking the database and not `when`."""
    sessions = EventSession.objects.all()
    ids = {
        part: set(calendar.in_part(sessions, part, now=now).values_list("pk", flat=True))
        for part in When
    }
    return {
        pk: [part for part in When if pk in ids[part]]
        for pk in sessions.values_list("pk", flat=True)
    }


def make_session(index, **fields):
    return make_event(index, **fields).sessions.get()


@pytest.fixture
def index(home):
    return make_event_index(home)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_session_is_in_exactly_one_part_at_every_moment_about_midnight(index, day):
    moments = [*moments_about(day), midnight(day + timedelta(days=7))]
    make_event(
        index,
        sessions=[
            EventSession(starts_at=starts_at, ends_at=ends_at)
            for starts_at, ends_at in combinations(moments, 2)
        ],
    )

    for now in moments:
        expected = {
            session.pk: [calendar.when(session, now=now)] for session in EventSession.objects.all()
        }

        assert parts_at(now) == expected
        assert len(expected) == len(moments) * (len(moments) - 1) / 2


@pytest.mark.parametrize(
    ("now", "starts", "expected"),
    [
        ("2026-07-15T12:00", "2026-07-19T23:59", When.WEEK),
        ("2026-07-15T12:00", "2026-07-20T00:00", When.COMING),
        ("2026-07-19T12:00", "2026-07-20T00:00", When.COMING),
        ("2026-07-20T00:00", "2026-07-20T00:00", When.TODAY),
        ("2026-07-20T00:00", "2026-07-21T00:00", When.WEEK),
        ("2026-10-25T12:00", "2026-10-26T00:00", When.COMING),
        ("2026-10-19T12:00", "2026-10-25T23:59", When.WEEK),
    ],
)
def test_a_week_ends_with_its_sunday(index, now, starts, expected):
    starts_at = datetime.fromisoformat(starts).replace(tzinfo=LONDON)
    session = make_session(index, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1))

    found = parts_at(datetime.fromisoformat(now).replace(tzinfo=LONDON))

    assert found == {session.pk: [expected]}


@pytest.mark.parametrize(
    ("day", "hours"),
    [(AN_ORDINARY_DAY, 24), (CLOCKS_GO_FORWARD, 23), (CLOCKS_GO_BACK, 25)],
    ids=str,
)
def test_a_day_lasts_from_midnight_to_midnight_in_london(day, hours):
    begins, ends = calendar.day_of(midnight(day) + timedelta(hours=5))

    assert begins == midnight(day)
    assert ends == midnight(day + timedelta(days=1))
    assert ends.astimezone(UTC) - begins.astimezone(UTC) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        # Midnight in London is 11pm in Greenwich on the evening before, from this day on.
        ("2026-03-28T23:00+00:00", "2026-03-29T00:00+00:00", When.PAST),
        ("2026-03-28T23:00+00:00", "2026-03-29T00:01+00:00", When.TODAY),
        ("2026-03-29T22:59+00:00", "2026-03-29T23:30+00:00", When.TODAY),
        ("2026-03-29T23:00+00:00", "2026-03-29T23:30+00:00", When.COMING),
    ],
)
def test_the_day_of_an_event_is_londons_when_clocks_go_forward(index, starts, ends, expected):
    event = make_session(
        index, starts_at=datetime.fromisoformat(starts), ends_at=datetime.fromisoformat(ends)
    )
    noon = datetime(2026, 3, 29, 12, tzinfo=UTC)

    assert parts_at(noon) == {event.pk: [expected]}


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        ("2026-10-24T22:00+00:00", "2026-10-24T23:00+00:00", When.PAST),
        ("2026-10-24T22:00+00:00", "2026-10-24T23:01+00:00", When.TODAY),
        ("2026-10-25T23:59+00:00", "2026-10-26T00:30+00:00", When.TODAY),
        ("2026-10-26T00:00+00:00", "2026-10-26T00:30+00:00", When.COMING),
    ],
)
def test_the_day_of_an_event_is_londons_when_clocks_go_back(index, starts, ends, expected):
    event = make_session(
        index, starts_at=datetime.fromisoformat(starts), ends_at=datetime.fromisoformat(ends)
    )
    noon = datetime(2026, 10, 25, 12, tzinfo=UTC)

    assert parts_at(noon) == {event.pk: [expected]}


def test_an_event_of_several_days_is_todays_on_each_of_them(index):
    event = make_session(
        index,
        starts_at=datetime(2026, 7, 14, 10, tzinfo=LONDON),
        ends_at=datetime(2026, 7, 16, 16, tzinfo=LONDON),
    )

    found = [parts_at(datetime(2026, 7, day, 9, tzinfo=LONDON))[event.pk] for day in range(13, 18)]

    assert found == [[When.WEEK], [When.TODAY], [When.TODAY], [When.TODAY], [When.PAST]]


def test_an_event_over_since_this_morning_is_still_todays_until_midnight(index):
    event = make_session(
        index,
        starts_at=datetime(2026, 7, 15, 9, tzinfo=LONDON),
        ends_at=datetime(2026, 7, 15, 10, tzinfo=LONDON),
    )
    next_day = midnight(date(2026, 7, 16))

    assert parts_at(next_day - INSTANT) == {event.pk: [When.TODAY]}
    assert parts_at(next_day) == {event.pk: [When.PAST]}


def test_lists_are_in_the_order_people_read_them(index):
    now = datetime(2026, 7, 15, 12, tzinfo=LONDON)
    for title, days in [("Friday", 2), ("Last week", -7), ("Today", 0), ("Monday", -2)]:
        starts_at = now + timedelta(days=days)
        make_event(index, title=title, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1))
    make_event(
        index, title="All week", starts_at=now - timedelta(days=2), ends_at=now + timedelta(days=2)
    )
    events = EventPage.objects.all()

    ahead = [event.title for event in calendar.not_past(events, now=now)]
    behind = [event.title for event in calendar.past(events, now=now)]

    assert ahead == ["All week", "Today", "Friday"]
    assert behind == ["Monday", "Last week"]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2026, 7, 15, 13, 59, 59, 999_999, tzinfo=LONDON), Progress.BEFORE),
        (datetime(2026, 7, 15, 14, tzinfo=LONDON), Progress.DURING),
        (datetime(2026, 7, 15, 17, 59, 59, 999_999, tzinfo=LONDON), Progress.DURING),
        (datetime(2026, 7, 15, 18, tzinfo=LONDON), Progress.AFTER),
    ],
)
def test_an_event_is_on_from_its_start_up_to_its_end(now, expected):
    event = EventPage(
        starts_at=datetime(2026, 7, 15, 14, tzinfo=LONDON),
        ends_at=datetime(2026, 7, 15, 18, tzinfo=LONDON),
    )

    assert calendar.progress(event, now=now) == expected
