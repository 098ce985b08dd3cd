"""Counting in working days: Monday to Friday, bank holidays of England left out."""

from datetime import date, timedelta

from calendars.bank_holidays import is_bank_holiday

SATURDAY = 5
A_DAY = timedelta(days=1)


def is_working_day(day: date) -> bool:
    return day.weekday() < SATURDAY and not is_bank_holiday(day)


def days_of(first: date, last: date):
    """Each day from the first to the last, both of them included."""
    day = first
    while day <= last:
        yield day
        day += A_DAY


def working_days(first: date, last: date) -> int:
    """How many there are from the first day to the last, both of them included."""
    return sum(is_working_day(day) for day in days_of(first, last))


def add_working_days(day: date, number: int) -> date:
    """The working day that comes so many after this day; with a negative number, before it.

    The day itself is never counted, as periods are counted in law.
    """
    step = A_DAY if number >= 0 else -A_DAY
    left = abs(number)
    while left:
        day += step
        left -= is_working_day(day)
    return day


def working_day_from(day: date) -> date:
    """This day, or the next working day where it is none."""
    while not is_working_day(day):
        day += A_DAY
    return day
