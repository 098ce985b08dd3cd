from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from demo.content.events import EVENTS, Offset
from demo.loading.events import load_events, moment
from events.domain import calendar
from events.models import EventIndexPage, EventPage

LONDON = ZoneInfo("Europe/London")
A_WEDNESDAY = date(2026, 7, 15)


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2026, 7, 17), date(2026, 7, 17)),
        (date(2026, 7, 18), date(2026, 7, 20)),
        (date(2026, 7, 19), date(2026, 7, 20)),
        (date(2026, 7, 20), date(2026, 7, 20)),
    ],
    ids=["Friday", "Saturday", "Sunday", "Monday"],
)
def test_what_would_fall_on_a_weekend_is_on_its_monday(today, day):
    found = moment(Offset(days=0, hour=14, minute=30), today=today)

    assert found == datetime(day.year, day.month, day.day, 14, 30, tzinfo=LONDON)


def test_the_list_is_in_the_menu_and_every_event_is_published(home):
    index = load_events(home, today=A_WEDNESDAY)

    assert (index.url, index.show_in_menus, index.live) == ("/events/", True, True)
    assert EventPage.objects.live().count() == len(EVENTS)


def test_events_lie_around_today(home):
    load_events(home, today=A_WEDNESDAY)
    now = datetime(2026, 7, 15, 9, tzinfo=LONDON)
    events = EventPage.objects.all()

    today = [event.slug for event in calendar.today(events, now=now)]
    past = [event.slug for event in calendar.past(events, now=now)]

    assert today == ["library-drop-in-on-the-draft"]
    assert past == [
        "designing-services-disabled-people-can-use",
        "understanding-the-compact-2",
        "understanding-the-compact-1",
    ]
    ahead = calendar.this_week(events, now=now) | calendar.upcoming(events, now=now)
    assert ahead.count() == len(EVENTS) - 4
    series = EventPage.objects.get(slug="commissioning-together")
    assert series.sessions.count() == 3
    assert series.ends_at.date() == date(2026, 8, 18)


@pytest.mark.parametrize("days", range(7))
def test_events_are_on_working_days_whatever_day_today_is(days):
    today = A_WEDNESDAY + timedelta(days=days)

    weekdays = {moment(event.starts, today=today).weekday() for event in EVENTS}

    assert weekdays <= {0, 1, 2, 3, 4}


def test_loading_again_changes_nothing(home):
    load_events(home, today=A_WEDNESDAY)
    before = list(EventPage.objects.order_by("pk").values())

    load_events(home, today=A_WEDNESDAY + timedelta(days=1))

    assert list(EventPage.objects.order_by("pk").values()) == before
    assert EventIndexPage.objects.count() == 1


def test_loading_again_brings_back_only_what_is_missing(home):
    load_events(home, today=A_WEDNESDAY)
    EventPage.objects.filter(slug="board-meeting").update(first_published_at=None)
    EventPage.objects.get(slug="board-meeting").delete()
    kept = set(EventPage.objects.values_list("pk", flat=True))

    load_events(home, today=A_WEDNESDAY)

    new = EventPage.objects.exclude(pk__in=kept)
    assert [event.slug for event in new] == ["board-meeting"]
