"""What was promised for a day, and whether it was kept: pure, by the days of London.

A promise for a day is kept on that day and late from its midnight on.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.utils import timezone

LONGEST_WAIT = timedelta(weeks=12)


class Promised(StrEnum):
    AHEAD = "ahead"
    KEPT = "kept"
    LATE = "late"
    OVERDUE = "overdue"


@dataclass(frozen=True)
class Promise:
    """`kept_on` is the day it was done, late or not; `is_rule` says that nobody chose the day."""

    key: str
    due: date
    kept_on: date | None
    today: date
    is_rule: bool = False

    @property
    def state(self) -> Promised:
        if self.kept_on is not None:
            return Promised.KEPT if self.kept_on <= self.due else Promised.LATE
        return Promised.AHEAD if self.today <= self.due else Promised.OVERDUE

    @property
    def is_broken(self) -> bool:
        return self.state in (Promised.LATE, Promised.OVERDUE)

    @property
    def days_late(self) -> int:
        return max(0, ((self.kept_on or self.today) - self.due).days)


def promises(consultation, *, now) -> list[Promise]:
    """The decision and the reply, by their days."""
    found = [decision_promise(consultation, now=now), reply_promise(consultation, now=now)]
    return sorted(filter(None, found), key=lambda promise: promise.due)


def reply_promise(consultation, *, now) -> Promise | None:
    """The reply in public: by the day promised, else within twelve weeks of closing."""
    due, closes_at = consultation.reply_by, consultation.closes_at
    if due is None and closes_at is None:
        return None
    rule = None if closes_at is None else last_day_of(closes_at) + LONGEST_WAIT
    answered_at = consultation.answered_at
    is_done = answered_at is not None and answered_at <= now
    return Promise(
        "reply",
        due or rule,
        timezone.localdate(answered_at) if is_done else None,
        timezone.localdate(now),
        is_rule=due is None,
    )


def decision_promise(consultation, *, now) -> Promise | None:
    """The decision. That it was taken is known from the answer, which comes after it."""
    due, today = consultation.decision_on, timezone.localdate(now)
    if due is None:
        return None
    answered_at = consultation.answered_at
    is_taken = answered_at is not None and answered_at <= now and due <= today
    return Promise("decision", due, due if is_taken else None, today)


def last_day_of(closes_at) -> date:
    """The last day on which it is open; one that closes at midnight is not open on that day."""
    return timezone.localdate(closes_at - timedelta(microseconds=1))
