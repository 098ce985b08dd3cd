"""What the page of an event says."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from pytest_django.asserts import assertInHTML

from events.enums import EventStatus
from tests.factories.events import make_event, make_event_index, make_venue

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 7, 15, 12, tzinfo=LONDON)
CANCELLED = '<p class="notice__title">This event is cancelled.</p>'
POSTPONED = '<p class="notice__title">This event is postponed.</p>'
NEW_DATE = '<p class="notice__title">This event has a new date.</p>'
OVER = '<p class="notice__title">This event is over.</p>'
NOTICES = [CANCELLED, POSTPONED, NEW_DATE, OVER]


@pytest.fixture
def page_of(home, resident):
    """The page of an event that lasts an hour, as a resident reads it."""
    index = make_event_index(home)

    def read(starts_at=NOW + timedelta(days=1), **fields):
        event = make_event(
            index, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1), **fields
        )
        with time_machine.travel(NOW, tick=False):
            return resident.get(event.url).content.decode()

    return read


def test_the_page_says_when_and_where(page_of):
    page = page_of(venue=make_venue("Millbrook Library"))

    assertInHTML("<p>Midday to 1pm on Thursday 16 July 2026, Millbrook Library</p>", page)


@pytest.mark.parametrize(
    ("starts_at", "status", "expected"),
    [
        (NOW + timedelta(days=1), EventStatus.SCHEDULED, []),
        (NOW + timedelta(days=1), EventStatus.CANCELLED, [CANCELLED]),
        (NOW - timedelta(days=1), EventStatus.CANCELLED, [CANCELLED]),
        (NOW + timedelta(days=1), EventStatus.POSTPONED, [POSTPONED]),
        (NOW + timedelta(days=1), EventStatus.RESCHEDULED, [NEW_DATE]),
        (NOW - timedelta(days=1), EventStatus.RESCHEDULED, [OVER]),
        (NOW - timedelta(hours=1), EventStatus.SCHEDULED, [OVER]),
        (NOW - timedelta(minutes=59), EventStatus.SCHEDULED, []),
    ],
)
def test_the_page_says_what_has_changed(page_of, starts_at, status, expected):
    previous = NOW - timedelta(days=5) if status == EventStatus.RESCHEDULED else None

    page = page_of(starts_at, status=status, previous_starts_at=previous)

    assert [notice for notice in NOTICES if notice in page] == expected


def test_a_moved_event_says_when_it_was_first_planned_for(page_of):
    page = page_of(
        status=EventStatus.RESCHEDULED, previous_starts_at=datetime(2026, 7, 9, 10, tzinfo=LONDON)
    )

    assert "It was first planned for Thursday 9 July 2026." in page


@pytest.mark.parametrize(
    ("starts_at", "status", "shown"),
    [
        (NOW + timedelta(days=1), EventStatus.SCHEDULED, True),
        (NOW - timedelta(days=1), EventStatus.SCHEDULED, False),
        (NOW + timedelta(days=1), EventStatus.CANCELLED, False),
    ],
)
def test_the_page_says_how_to_come_only_while_one_can(page_of, starts_at, status, shown):
    page = page_of(starts_at, status=status, how_to_book="<p>Just come along.</p>")

    assert ("Just come along." in page) is shown
