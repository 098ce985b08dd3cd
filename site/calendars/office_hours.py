"""A clock that only runs from 9am to 5pm in London on working days.

The clocks change in the small hours of a Sunday, so no office hour is ever lost or lived twice;
but what spans that night has to be counted on the wall and not in elapsed seconds.
"""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from calendars.working_days import add_working_days, days_of, is_working_day

LONDON = ZoneInfo("Europe/London")
OPENS, CLOSES = time(9), time(17)
NOTHING = timedelta(0)


def is_office_hour(moment: datetime) -> bool:
    """Half open: 9am is one, 5pm is none."""
    local = moment.astimezone(LONDON)
    return is_working_day(local.date()) and OPENS <= local.time() < CLOSES


def office_time_between(start: datetime, end: datetime) -> timedelta:
    """How long the office was open between the two moments; nothing if the end comes first."""
    first, last = start.astimezone(LONDON), end.astimezone(LONDON)
    total = NOTHING
    for day in days_of(first.date(), last.date()):
        if is_working_day(day):
            opens, closes = _hours(day)
            total += max(NOTHING, min(end, closes) - max(start, opens))
    return total


def add_office_time(start: datetime, length: timedelta) -> datetime:
    """The moment at which the office will have been open for so long since `start`.

    What would end at the very close of a day ends then, and not on the next morning.
    """
    day = start.astimezone(LONDON).date()
    if not is_working_day(day):
        day = add_working_days(day, 1)
    left = length
    while True:
        opens, closes = _hours(day)
        begins = max(start, opens)
        if begins < closes and left <= closes - begins:
            return (begins + left).astimezone(LONDON)
        left -= max(NOTHING, closes - begins)
        day = add_working_days(day, 1)


def _hours(day: date):
    """The two moments, in UTC: subtracting two local moments of one zone would ignore its clock."""
    return tuple(
        datetime.combine(day, hour, LONDON).astimezone(ZoneInfo("UTC")) for hour in (OPENS, CLOSES)
    )
