"""A month of the calendar, by the days of London."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from events.domain.calendar import LONDON

MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")
INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True)
class Month:
    year: int
    number: int

    @classmethod
    def of(cls, moment: datetime) -> "Month":
        local = moment.astimezone(LONDON)
        return cls(local.year, local.month)

    @classmethod
    def read(cls, text: str) -> "Month | None":
        """The month of “2027-03”, or None."""
        found = MONTH.fullmatch(text)
        return found and cls(int(found[1]), int(found[2]))

    def __str__(self):
        return f"{self.year}-{self.number:02}"

    @property
    def first(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def name(self) -> str:
        return f"{self.first:%B %Y}"

    @property
    def next(self) -> "Month":
        after = self.first + timedelta(days=31)
        return Month(after.year, after.month)

    @property
    def previous(self) -> "Month":
        before = self.first - timedelta(days=1)
        return Month(before.year, before.month)

    @property
    def begins(self) -> datetime:
        return datetime.combine(self.first, time.min, tzinfo=LONDON)

    @property
    def ends(self) -> datetime:
        return self.next.begins

    def days(self):
        number = calendar.monthrange(self.year, self.number)[1]
        return [self.first + timedelta(days=day) for day in range(number)]

    def sessions(self, sessions):
        """Those of which some is in this month, the earliest first."""
        found = sessions.filter(starts_at__lt=self.ends, ends_at__gt=self.begins)
        return found.order_by("starts_at", "pk")

    def by_day(self, sessions):
        """[(day, the sessions of which some is on it)] for every day of the month."""
        days = {day: [] for day in self.days()}
        for session in sessions:
            day = session.starts_at.astimezone(LONDON).date()
            last = (session.ends_at - INSTANT).astimezone(LONDON).date()
            day, last = max(day, self.first), min(last, max(days))
            while day <= last:
                days[day].append(session)
                day += timedelta(days=1)
        return list(days.items())
