"""Twenty working days, to the midnight: Easter 2026 and its two bank holidays in between."""

import datetime as dt

import pytest

from toolkit.domain.clocks import clock_of, due_on
from toolkit.models import Dispute

RAISED = dt.datetime(2026, 3, 30, 22, 30, tzinfo=dt.UTC)  # 11:30pm in London, a Monday
LAST_MINUTE = dt.datetime(2026, 4, 29, 22, 59, tzinfo=dt.UTC)
MIDNIGHT = dt.datetime(2026, 4, 29, 23, 0, tzinfo=dt.UTC)


@pytest.fixture
def dispute():
    return Dispute(raised_at=RAISED, due_on=due_on(raised_at=RAISED, answer_in=20))


def test_bank_holidays_and_weekends_are_not_counted(dispute):
    assert dispute.due_on == dt.date(2026, 4, 29)


def test_a_dispute_raised_after_midnight_has_a_day_more():
    after_midnight = RAISED + dt.timedelta(minutes=30)

    assert due_on(raised_at=after_midnight, answer_in=20) == dt.date(2026, 4, 30)


@pytest.mark.parametrize(
    ("now", "left", "late"),
    [(RAISED, 20, 0), (LAST_MINUTE, 0, 0), (MIDNIGHT, 0, 1)],
)
def test_it_is_late_from_the_midnight_after_its_last_day(dispute, now, left, late):
    clock = clock_of(dispute, now=now)

    assert (clock.days_left, clock.days_late, clock.is_late) == (left, late, bool(late))


@pytest.mark.parametrize(
    ("answered", "taken", "is_late"), [(LAST_MINUTE, 20, False), (MIDNIGHT, 21, True)]
)
def test_an_answer_stops_the_clock(dispute, answered, taken, is_late):
    dispute.answered_at = answered

    clock = clock_of(dispute, now=answered + dt.timedelta(days=40))

    assert (clock.days_taken, clock.is_late, clock.is_running) == (taken, is_late, False)
