"""The clock that runs from 9am to 5pm on working days, over both changes of the clocks."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calendars.office_hours import (
    LONDON,
    add_office_time,
    is_office_hour,
    office_time_between,
)

HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)


def london(*parts):
    return datetime(*parts, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("moment", "is_one"),
    [
        (london(2026, 6, 10, 8, 59, 59), False),
        (london(2026, 6, 10, 9), True),
        (london(2026, 6, 10, 16, 59, 59), True),
        (london(2026, 6, 10, 17), False),
        (london(2026, 6, 13, 12), False),
        (london(2026, 8, 31, 12), False),
    ],
)
def test_hours_are_half_open(moment, is_one):
    assert is_office_hour(moment) is is_one


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        # Forward on 29 March 2026, back on 25 October 2026, each in the night to a Sunday.
        (london(2026, 3, 27, 16), 2, london(2026, 3, 30, 10)),
        (london(2026, 10, 23, 16), 2, london(2026, 10, 26, 10)),
        (london(2026, 6, 10, 9), 8, london(2026, 6, 10, 17)),
        (london(2026, 6, 10, 17), 1, london(2026, 6, 11, 10)),
        (london(2026, 6, 10, 7), 1, london(2026, 6, 10, 10)),
        (london(2026, 8, 28, 16), 2, london(2026, 9, 1, 10)),
        (london(2026, 12, 24, 16), 2, london(2026, 12, 29, 10)),
    ],
)
def test_time_runs_in_office_hours_only(start, hours, end):
    assert add_office_time(start, hours * HOUR) == end
    assert office_time_between(start, end) == hours * HOUR


def test_a_second_after_the_close_of_a_day_is_the_next_morning():
    start = london(2026, 6, 10, 9)

    assert add_office_time(start, 8 * HOUR + SECOND) == london(2026, 6, 11, 9, 0, 1)


def test_nothing_passes_when_the_end_comes_first():
    assert office_time_between(london(2026, 6, 10, 12), london(2026, 6, 10, 11)) == timedelta(0)


@settings(max_examples=25, deadline=None)
@given(
    st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 1)),
    st.integers(min_value=1, max_value=60 * 60 * 60),
)
def test_adding_and_counting_agree(naive, seconds):
    start = naive.replace(tzinfo=LONDON)

    end = add_office_time(start, seconds * SECOND)

    assert office_time_between(start, end) == seconds * SECOND
