"""How long a consultation is open: in weeks of the calendar, in working days, and for whom.

Weeks are counted on the wall clock of London, so that a change of the clocks is no hour more or
less. What closes at 11:59pm is open for that whole day.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from calendars.bank_holidays import is_bank_holiday
from calendars.seasons import Season, days_to_add, seasons_between
from calendars.working_days import days_of, working_days

A_DAY = timedelta(days=1)
LAST_MINUTE = (23, 59)


@dataclass(frozen=True)
class Length:
    """`days` are whole ones; the counted days run from `first` to `last`, both included.

    The day it opens is counted only when it opens with it, as periods are counted in law.
    """

    days: int
    first: date
    last: date

    @property
    def weeks(self) -> int:
        return self.days // 7

    @property
    def working_days(self) -> int:
        return working_days(self.first, self.last)

    @property
    def bank_holidays(self) -> int:
        return sum(is_bank_holiday(day) for day in days_of(self.first, self.last))

    @property
    def seasons(self) -> list[Season]:
        return seasons_between(self.first, self.last)

    @property
    def days_to_add(self) -> int:
        return days_to_add(self.first, self.last)

    def __str__(self):
        """“12 weeks, of which 58 working days; includes 2 bank holidays and August”."""
        words = f"{self.in_weeks}, of which {_count(self.working_days, 'working day')}"
        included = [_count(self.bank_holidays, "bank holiday")] if self.bank_holidays else []
        included += list(dict.fromkeys(season.name for season in self.seasons))
        return f"{words}; includes {listed(included)}" if included else words

    @property
    def in_weeks(self) -> str:
        weeks, days = divmod(self.days, 7)
        parts = [_count(weeks, "week")] if weeks else []
        parts += [_count(days, "day")] if days or not weeks else []
        return listed(parts)


def length_of(consultation) -> Length | None:
    """None for one that never closes."""
    if not consultation.opens_at or not consultation.closes_at:
        return None
    opens = _wall(consultation.opens_at)
    closes = _wall(consultation.closes_at)
    if (closes.hour, closes.minute) == LAST_MINUTE:
        closes = closes.replace(hour=0, minute=0, second=0, microsecond=0) + A_DAY
    opens_with_its_day = opens == opens.replace(hour=0, minute=0, second=0, microsecond=0)
    return Length(
        days=(closes - opens).days,
        first=opens.date() if opens_with_its_day else opens.date() + A_DAY,
        last=(closes - timedelta(microseconds=1)).date(),
    )


def _wall(moment: datetime) -> datetime:
    return timezone.make_naive(moment)


def _count(number, thing):
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def listed(parts):
    """“a”, “a and b”, “a, b and c”."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
