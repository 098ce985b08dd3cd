from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from events import wording
from events.models import EventPage

# A page asks the database what kind it is, even one that is not saved.
pytestmark = pytest.mark.django_db

LONDON = ZoneInfo("Europe/London")
UTC = ZoneInfo("UTC")


@pytest.mark.parametrize(
    ("hour", "minute", "expected"),
    [
        (0, 0, "midnight"),
        (0, 1, "12:01am"),
        (9, 30, "9:30am"),
        (11, 59, "11:59am"),
        (12, 0, "midday"),
        (12, 5, "12:05pm"),
        (14, 0, "2pm"),
        (23, 59, "11:59pm"),
    ],
)
def test_a_time_of_day_is_said_as_people_say_it(hour, minute, expected):
    assert wording.clock_time(datetime(2026, 1, 15, hour, minute, tzinfo=LONDON)) == expected


def test_times_are_londons_whatever_zone_they_come_in():
    stored = datetime(2026, 7, 15, 23, 30, tzinfo=UTC)

    assert wording.clock_time(stored) == "12:30am"
    assert wording.day_in_words(stored) == "Thursday 16 July 2026"


@pytest.mark.parametrize(
    ("ends_at", "times", "when"),
    [
        (
            datetime(2026, 7, 15, 21, 30, tzinfo=LONDON),
            "7pm to 9:30pm",
            "7pm to 9:30pm on Wednesday 15 July 2026",
        ),
        (
            datetime(2026, 7, 16, 0, 0, tzinfo=LONDON),
            "7pm to midnight",
            "7pm to midnight on Wednesday 15 July 2026",
        ),
        (
            datetime(2026, 7, 16, 0, 30, tzinfo=LONDON),
            "7pm on Wednesday 15 July 2026 to 12:30am on Thursday 16 July 2026",
            "7pm on Wednesday 15 July 2026 to 12:30am on Thursday 16 July 2026",
        ),
    ],
    ids=["in the evening", "at midnight", "after midnight"],
)
def test_an_event_says_when_it_is_when_it_ends(ends_at, times, when):
    event = EventPage(starts_at=datetime(2026, 7, 15, 19, tzinfo=LONDON), ends_at=ends_at)

    assert wording.times_in_words(event) == times
    assert wording.when_in_words(event) == when
