"""The one clock of a dispute, in working days: pure, by the days of London.

A dispute raised on a day is to be answered by the end of the working day that comes so many after
it. An answer on that day is in time; from its midnight on it is late.
"""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from calendars.working_days import A_DAY, add_working_days, working_days


def due_on(*, raised_at, answer_in):
    return add_working_days(timezone.localdate(raised_at), answer_in)


@dataclass(frozen=True)
class Clock:
    """`answered_on` is None while it runs."""

    raised_on: date
    due_on: date
    answered_on: date | None
    today: date

    @property
    def is_late(self):
        return (self.answered_on or self.today) > self.due_on

    @property
    def is_running(self):
        return self.answered_on is None

    @property
    def days_taken(self):
        """Working days from the day after it was raised to its answer, or to today."""
        return working_days(self.raised_on + A_DAY, self.answered_on or self.today)

    @property
    def days_left(self):
        """Working days after today up to the last; none when it is due today or late."""
        return working_days(self.today + A_DAY, self.due_on)

    @property
    def days_late(self):
        return working_days(self.due_on + A_DAY, self.answered_on or self.today)


def clock_of(dispute, *, now):
    return Clock(
        raised_on=timezone.localdate(dispute.raised_at),
        due_on=dispute.due_on,
        answered_on=dispute.answered_at and timezone.localdate(dispute.answered_at),
        today=timezone.localdate(now),
    )
