"""How long a comment may wait: so many working days after the day it came, to the end of the last.

Half open: from the midnight after that day it has waited too long.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import lru_cache

from django.utils import timezone

from calendars.working_days import add_working_days, working_day_from, working_days

USUAL_DAYS = 5
A_DAY = timedelta(days=1)


def due_at(received_at, days):
    """The moment from which it has waited too long; with no days, the same working day's end."""
    came = timezone.localdate(received_at)
    last = add_working_days(came, days) if days else working_day_from(came)
    return timezone.make_aware(datetime.combine(last + A_DAY, time.min))


@dataclass(frozen=True)
class Wait:
    """`state` is "late", "today" or "ahead"."""

    state: str
    words: str


def wait_of(due, *, now):
    """How a wait stands, for the desk; None without a time by which it is due."""
    if due is None:
        return None
    return _wait(timezone.localdate(now), timezone.localdate(due - A_DAY), is_late=now >= due)


@lru_cache(maxsize=256)
def _wait(today, last, *, is_late):
    """The same few days stand on every card of a page."""
    if is_late:
        late = working_days(last + A_DAY, today)
        return Wait("late", f"{late} working day{'s' * (late != 1)} late" if late else "Late")
    left = working_days(today + A_DAY, last)
    if not left:
        return Wait("today", "To be read today")
    return Wait("ahead", f"{left} working day{'s' * (left != 1)} left")
