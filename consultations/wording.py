"""Dates as people say them: whole words, the clock of London, a year only if it is not this one.

Nobody knows which night "midnight on Sunday" is, so the word is never used: what closes at
midnight closes at 11:59pm on the day before, and what opens at midnight opens on its day.
"""

from datetime import date, datetime, timedelta
from functools import lru_cache

from django.utils import timezone


def day_in_words(day: date, *, today: date | None = None) -> str:
    """“Sunday 26 September”, with its year when that is another than today's."""
    if isinstance(day, datetime):
        day = timezone.localdate(day)
    today = today or timezone.localdate()
    return _day(day, with_year=day.year != today.year)


@lru_cache(maxsize=512)
def _day(day, *, with_year):
    """The same few days stand on every row of a page."""
    return f"{day:%A} {day.day} {day:%B}" + (f" {day.year}" if with_year else "")


def calendar_day(day: date) -> str:
    """“18 November 2026”, for long lists: Django's own filter took a third of a comment's time."""
    return f"{day.day} {day:%B %Y}"


def clock_time(moment: datetime) -> str:
    """“9am”, “6:30pm” or “midday”."""
    return _clock(timezone.localtime(moment))


def _clock(local):
    if (local.hour, local.minute) == (12, 0):
        return "midday"
    minutes = f":{local.minute:02}" if local.minute else ""
    return f"{local.hour % 12 or 12}{minutes}{'am' if local.hour < 12 else 'pm'}"


def moment_in_words(moment: datetime, *, today: date | None = None) -> str:
    """“4:12pm on Monday 6 September”, for something that has happened."""
    local = timezone.localtime(moment)
    return f"{_clock(local)} on {day_in_words(local.date(), today=today)}"


def closing_in_words(moment: datetime, *, today: date | None = None) -> str:
    """“11:59pm on Sunday 26 September”: the last minute in which it is still open, or the hour."""
    if _is_midnight(moment):
        moment = moment - timedelta(minutes=1)
    return moment_in_words(moment, today=today)


def opening_in_words(moment: datetime, *, today: date | None = None) -> str:
    """“9am on Monday 4 January”, or only the day when it opens with it."""
    if _is_midnight(moment):
        return day_in_words(moment, today=today)
    return moment_in_words(moment, today=today)


def last_day(closes_at: datetime) -> date:
    """The last day on which it is open; one that closes at midnight is not open on that day."""
    return timezone.localdate(closes_at - timedelta(microseconds=1))


def _is_midnight(moment):
    local = timezone.localtime(moment)
    return (local.hour, local.minute) == (0, 0)
