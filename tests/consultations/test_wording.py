"""Dates in whole words, on London's clock, in winter and in summer."""

import datetime as dt

import pytest

from consultations.wording import (
    calendar_day,
    clock_time,
    closing_in_words,
    day_in_words,
    last_day,
    opening_in_words,
)

TODAY = dt.date(2026, 6, 10)


def utc(*parts):
    return dt.datetime(*parts, tzinfo=dt.UTC)


def test_a_day_has_its_year_only_when_it_is_another():
    assert [
        day_in_words(dt.date(2026, 9, 6), today=TODAY),
        day_in_words(dt.date(2027, 1, 4), today=TODAY),
    ] == ["Sunday 6 September", "Monday 4 January 2027"]


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (utc(2026, 1, 5, 9, 0), "9am"),
        (utc(2026, 7, 6, 8, 0), "9am"),
        (utc(2026, 1, 5, 12, 0), "midday"),
        (utc(2026, 1, 5, 18, 30), "6:30pm"),
        (utc(2026, 1, 5, 0, 5), "12:05am"),
        (utc(2026, 1, 5, 12, 1), "12:01pm"),
    ],
)
def test_the_clock_is_londons(moment, words):
    assert clock_time(moment) == words


@pytest.mark.parametrize(
    ("closes_at", "words"),
    [
        (utc(2026, 9, 6, 22, 59), "11:59pm on Sunday 6 September"),
        (utc(2026, 9, 6, 23, 0), "11:59pm on Sunday 6 September"),
        (utc(2026, 9, 6, 23, 1), "12:01am on Monday 7 September"),
        (utc(2026, 9, 6, 16, 0), "5pm on Sunday 6 September"),
    ],
)
def test_what_closes_at_midnight_closes_the_day_before(closes_at, words):
    assert closing_in_words(closes_at, today=TODAY) == words


@pytest.mark.parametrize(
    ("opens_at", "words"),
    [
        (utc(2026, 9, 6, 23, 0), "Monday 7 September"),
        (utc(2026, 9, 7, 8, 0), "9am on Monday 7 September"),
    ],
)
def test_what_opens_at_midnight_opens_with_its_day(opens_at, words):
    assert opening_in_words(opens_at, today=TODAY) == words


@pytest.mark.parametrize(
    ("closes_at", "day"),
    [
        (utc(2026, 9, 6, 22, 59), dt.date(2026, 9, 6)),
        (utc(2026, 9, 6, 23, 0), dt.date(2026, 9, 6)),
        (utc(2026, 9, 6, 23, 0, 1), dt.date(2026, 9, 7)),
    ],
)
def test_the_last_day_is_the_one_it_is_still_open_on(closes_at, day):
    assert last_day(closes_at) == day


def test_a_day_of_the_calendar_has_its_year_always():
    assert calendar_day(dt.date(2026, 9, 6)) == "6 September 2026"
