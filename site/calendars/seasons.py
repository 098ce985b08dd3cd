"""Times of the year at which people are hard to reach, and how many working days they take away.

That they matter is practice under the Compact, not law; how many days to add for each is our own
planning figure. A working day is counted once, however many of these fall on it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from calendars.bank_holidays import easter_sunday
from calendars.festivals import festivals_between
from calendars.working_days import days_of, is_working_day

A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Season:
    """`share` of its working days is lost: half of August, since few are away all through it."""

    name: str
    first: date
    last: date
    share: float = 1


def seasons_between(first: date, last: date) -> list[Season]:
    """Holiday times and festivals with a day from the first day to the last, in their order.

    A month of fasting is no holiday: Ramadan is named, and no day is added for it.
    """
    found = [
        season
        for year in range(first.year - 1, last.year + 1)
        for season in _holidays_of(year)
        if season.first <= last and season.last >= first
    ]
    found += [
        Season(each.name, each.first, each.last, 0 if each.name == "Ramadan" else 1)
        for each in festivals_between(first, last)
    ]
    return sorted(found, key=lambda season: (season.first, season.name))


def _holidays_of(year: int) -> Iterator[Season]:
    easter = easter_sunday(year)
    yield Season("Easter", easter - 6 * A_DAY, easter + 5 * A_DAY, 0.5)
    yield Season("August", date(year, 8, 1), date(year, 8, 31), 0.5)
    yield Season("Christmas to New Year", date(year, 12, 24), date(year + 1, 1, 1))


def days_to_add(first: date, last: date) -> int:
    """How many working days to add to this time for what lies inside it; halves are rounded up."""
    lost = {}
    for season in seasons_between(first, last):
        for day in days_of(max(first, season.first), min(last, season.last)):
            if is_working_day(day):
                lost[day] = max(lost.get(day, 0), season.share)
    total = sum(lost.values())
    return int(total) + (total % 1 > 0)
