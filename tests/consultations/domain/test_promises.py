"""A promise for a day is kept on that day and late from its midnight in London."""

import datetime as dt

import pytest
from django.utils import timezone

from consultations.domain.promises import Promised, decision_promise, promises, reply_promise
from consultations.models import ConsultationPage

pytestmark = pytest.mark.django_db

SECOND = dt.timedelta(seconds=1)
DAY = dt.timedelta(days=1)


def london(*parts):
    return timezone.make_aware(dt.datetime(*parts))


OPENS, CLOSES = london(2026, 6, 1, 9), london(2026, 8, 24, 9)
DUE = dt.date(2026, 10, 25)  # the night after it the clocks go back
ITS_MIDNIGHT = london(2026, 10, 26)


def consultation(**fields):
    return ConsultationPage(
        **{"title": "C", "opens_at": OPENS, "closes_at": CLOSES, "reply_by": DUE, **fields}
    )


@pytest.mark.parametrize(
    ("now", "state", "late"),
    [
        (ITS_MIDNIGHT - SECOND, Promised.AHEAD, 0),
        (ITS_MIDNIGHT, Promised.OVERDUE, 1),
        (ITS_MIDNIGHT + 4 * DAY, Promised.OVERDUE, 5),
    ],
)
def test_a_reply_is_overdue_from_the_midnight_after_its_day(now, state, late):
    promise = reply_promise(consultation(), now=now)

    assert (promise.state, promise.days_late) == (state, late)


@pytest.mark.parametrize(
    ("answered", "state", "late"),
    [(ITS_MIDNIGHT - SECOND, Promised.KEPT, 0), (ITS_MIDNIGHT, Promised.LATE, 1)],
)
def test_a_reply_is_in_time_up_to_the_last_second_of_its_day(answered, state, late):
    promise = reply_promise(consultation(answered_at=answered), now=answered + 90 * DAY)

    assert (promise.state, promise.days_late) == (state, late)


def test_an_answer_is_no_answer_before_its_moment():
    page = consultation(answered_at=ITS_MIDNIGHT - DAY)

    assert reply_promise(page, now=ITS_MIDNIGHT - DAY - SECOND).kept_on is None
    assert reply_promise(page, now=ITS_MIDNIGHT - DAY).kept_on == DUE


@pytest.mark.parametrize(
    ("closes", "due"),
    [(CLOSES, dt.date(2026, 11, 16)), (london(2026, 8, 24), dt.date(2026, 11, 15))],
)
def test_where_no_day_was_promised_twelve_weeks_from_closing_are_the_rule(closes, due):
    promise = reply_promise(consultation(reply_by=None, closes_at=closes), now=CLOSES)

    assert (promise.due, promise.is_rule) == (due, True)


def test_one_that_never_closes_promises_nothing_by_itself():
    assert promises(consultation(reply_by=None, closes_at=None), now=CLOSES) == []


def test_a_decision_is_known_to_be_taken_from_the_answer():
    day = dt.date(2026, 10, 1)
    page = consultation(decision_on=day)

    assert decision_promise(page, now=london(2026, 10, 1, 23, 59, 59)).state == Promised.AHEAD
    assert decision_promise(page, now=london(2026, 10, 2)).state == Promised.OVERDUE
    page.answered_at = london(2026, 10, 20)
    assert decision_promise(page, now=london(2026, 10, 20)).state == Promised.KEPT


def test_promises_stand_in_the_order_of_their_days():
    page = consultation(decision_on=DUE - DAY)

    assert [promise.key for promise in promises(page, now=CLOSES)] == ["decision", "reply"]
