"""Working days, bank holidays and the times at which people are away."""

from datetime import date, timedelta

import pytest

from calendars.bank_holidays import (
    FIRST_YEAR,
    LAST_YEAR,
    bank_holidays,
    by_rule,
    easter_sunday,
    is_bank_holiday,
)
from calendars.festivals import DATES, FESTIVALS, festivals_between
from calendars.seasons import days_to_add, seasons_between
from calendars.working_days import (
    add_working_days,
    is_working_day,
    working_day_from,
    working_days,
)

YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
# What was proclaimed for one year only: days that were added, and days that were moved away.
ADDED = {
    2011: {date(2011, 4, 29)},
    2012: {date(2012, 6, 4), date(2012, 6, 5)},
    2020: {date(2020, 5, 8)},
    2022: {date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19)},
    2023: {date(2023, 5, 8)},
}
MOVED = {2012: {date(2012, 5, 28)}, 2020: {date(2020, 5, 4)}, 2022: {date(2022, 5, 30)}}


@pytest.mark.parametrize("year", YEARS)
def test_the_list_is_the_rule_and_what_was_proclaimed(year):
    expected = (by_rule(year) - MOVED.get(year, set())) | ADDED.get(year, set())

    assert bank_holidays(year) == expected
    assert {day.weekday() for day in bank_holidays(year)} <= {0, 1, 2, 3, 4}


def test_a_year_that_is_not_listed_follows_the_rule():
    assert bank_holidays(2031) == by_rule(2031)
    assert date(2031, 4, 14) in bank_holidays(2031)


@pytest.mark.parametrize(
    ("year", "easter"),
    [(2011, date(2011, 4, 24)), (2016, date(2016, 3, 27)), (2038, date(2038, 4, 25))],
)
def test_easter(year, easter):
    assert easter_sunday(year) == easter


@pytest.mark.parametrize(
    ("day", "is_one"),
    [
        (date(2026, 8, 28), True),  # Friday
        (date(2026, 8, 29), False),
        (date(2026, 8, 30), False),
        (date(2026, 8, 31), False),  # summer bank holiday
        (date(2026, 9, 1), True),
        (date(2026, 12, 28), False),  # in place of Boxing Day, a Saturday
    ],
)
def test_a_working_day_is_no_weekend_and_no_bank_holiday(day, is_one):
    assert is_working_day(day) is is_one


def test_working_days_count_both_ends():
    assert working_days(date(2026, 8, 28), date(2026, 9, 1)) == 2
    assert working_days(date(2026, 8, 29), date(2026, 8, 31)) == 0
    assert working_days(date(2026, 9, 1), date(2026, 9, 1)) == 1


def test_adding_working_days_leaves_out_the_day_itself():
    friday = date(2026, 8, 28)

    assert add_working_days(friday, 1) == date(2026, 9, 1)
    assert add_working_days(date(2026, 9, 1), -1) == friday
    assert add_working_days(date(2026, 8, 30), 1) == date(2026, 9, 1)
    assert add_working_days(friday, 0) == friday


@pytest.mark.parametrize("number", [1, 5, 60])
def test_adding_and_counting_agree(number):
    start = date(2026, 12, 20)

    assert working_days(start + timedelta(days=1), add_working_days(start, number)) == number


def test_the_next_working_day_may_be_the_day_itself():
    assert working_day_from(date(2026, 12, 24)) == date(2026, 12, 24)
    assert working_day_from(date(2026, 12, 25)) == date(2026, 12, 29)


def test_christmas_day_is_a_bank_holiday_only_on_a_weekday():
    assert is_bank_holiday(date(2026, 12, 25))
    assert not is_bank_holiday(date(2027, 12, 25))  # a Saturday: the 27th is taken instead


@pytest.mark.parametrize("name", DATES)
def test_every_festival_is_known_for_every_year(name):
    years = {date.fromisoformat(day).year for day in DATES[name].split()}

    assert years == set(YEARS)


def test_ramadan_ends_on_the_eve_of_eid():
    eids = {each.first for each in FESTIVALS if each.name == "Eid al-Fitr"}
    fasts = [each for each in FESTIVALS if each.name == "Ramadan" and each.last.year <= LAST_YEAR]

    assert all(each.last + timedelta(days=1) in eids for each in fasts)
    assert {(each.last - each.first).days + 1 for each in fasts} == {29, 30}


def test_a_festival_is_found_by_any_of_its_days():
    last_of_passover = date(2026, 4, 9)

    assert [each.name for each in festivals_between(last_of_passover, last_of_passover)] == [
        "Passover"
    ]
    assert festivals_between(date(2026, 4, 10), date(2026, 4, 13)) == []


def test_half_of_august_is_added():
    """August 2026 has 20 working days."""
    assert days_to_add(date(2026, 7, 20), date(2026, 9, 4)) == 10


def test_a_bank_holiday_is_no_working_day_to_add():
    """Of the time from Christmas Eve to New Year 2027, five days are worked on."""
    assert days_to_add(date(2026, 12, 1), date(2027, 1, 31)) == 4


def test_a_day_of_two_seasons_is_counted_once():
    """In 2026 Passover, of eight days, lies in the week of Easter and the next."""
    names = [season.name for season in seasons_between(date(2026, 3, 28), date(2026, 4, 11))]
    days = working_days(date(2026, 4, 2), date(2026, 4, 9))

    assert names == ["Easter", "Passover"]
    # Passover in full; of Easter's days, those it does not cover, by half.
    assert days_to_add(date(2026, 3, 28), date(2026, 4, 11)) == days + 2


def test_a_fast_is_named_and_adds_nothing():
    first, last = date(2027, 2, 9), date(2027, 2, 26)

    assert [season.name for season in seasons_between(first, last)] == ["Ramadan"]
    assert days_to_add(first, last) == 0
