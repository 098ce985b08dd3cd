"""The dates of a series: by a rule with exceptions, or as somebody pasted them.

All are days of London; at what time a session starts is said elsewhere, so that a series keeps its
time by the clock on the wall when clocks change.
"""

import re
from datetime import date, datetime, time

from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday

from events.enums import Repeats

MOST_SESSIONS = 100
LAST_WEEK = 5  # the fifth Tuesday of a month is there only sometimes; the last one always is
NUMERIC = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
IN_WORDS = re.compile(r"(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\s+(\d{4})", re.I)
MONTHS = [f"{date(2000, number, 1):%B}".lower() for number in range(1, 13)]


class TooMany(Exception):
    """More sessions than one event is given at a time."""


def repeated(first: date, *, repeats: Repeats, until: date, without=()) -> list[date]:
    """The days after `first` up to and including `until`, less those of `without`.

    Monthly means the same weekday in the same week: the second Tuesday, or the last one.
    """
    start = datetime.combine(first, time.min)
    if repeats == Repeats.MONTHLY:
        which = (first.day - 1) // 7 + 1
        which = -1 if which == LAST_WEEK else which
        rule = {"freq": MONTHLY, "byweekday": weekday(first.weekday(), which)}
    else:
        rule = {"freq": WEEKLY, "interval": 2 if repeats == Repeats.FORTNIGHTLY else 1}
    found = rrule(dtstart=start, until=datetime.combine(until, time.max), **rule)
    days = []
    for moment in found:
        day = moment.date()
        if day > first and day not in without:
            days.append(day)
        if len(days) > MOST_SESSIONS:
            raise TooMany
    return days


def read_days(text: str) -> tuple[list[date], list[str]]:
    """The days that stand in these lines, each once and in order, and the lines that are none.

    Understood are “2027-03-04”, “4/3/2027” and “Thursday 4 March 2027”.
    """
    days, unread = set(), []
    for line in (line.strip() for line in text.splitlines()):
        day = _day(line)
        if day:
            days.add(day)
        elif line:
            unread.append(line)
    if len(days) > MOST_SESSIONS:
        raise TooMany
    return sorted(days), unread


def _day(line):
    for pattern, order in ((ISO, (0, 1, 2)), (NUMERIC, (2, 1, 0)), (IN_WORDS, (2, 1, 0))):
        found = pattern.fullmatch(line)
        if found:
            year, month, day = (found.groups()[place] for place in order)
            try:
                return date(int(year), _month(month), int(day))
            except ValueError:
                return None
    return None


def _month(text):
    if text.isdigit():
        return int(text)
    found = [number for number, name in enumerate(MONTHS, 1) if name.startswith(text.lower())]
    if len(found) != 1 or len(text) < len("may"):
        raise ValueError(text)
    return found[0]
