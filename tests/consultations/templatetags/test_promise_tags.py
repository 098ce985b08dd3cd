"""The promise box in words."""

import datetime as dt

import pytest
import time_machine
from django.utils import timezone

from consultations.domain.promises import Promised
from consultations.models import ConsultationPage, PromiseChange
from consultations.templatetags.promise_tags import moved_dates, promise_clocks
from tests.factories.consultations import make_consultation

pytestmark = pytest.mark.django_db


def london(*parts):
    return timezone.make_aware(dt.datetime(*parts))


OPENS, CLOSES = london(2026, 6, 1, 9), london(2026, 8, 24, 9)


def clocks(now, **fields):
    page = ConsultationPage(
        **{
            "title": "C",
            "opens_at": OPENS,
            "closes_at": CLOSES,
            "reply_by": dt.date(2026, 10, 5),
            **fields,
        }
    )
    with time_machine.travel(now, tick=False):
        return promise_clocks(page)


@pytest.mark.parametrize(
    ("now", "answered_at", "state", "tag", "note"),
    [
        (london(2026, 10, 5, 23), None, Promised.AHEAD, "", ""),
        (
            london(2026, 10, 6),
            None,
            Promised.OVERDUE,
            "Overdue",
            "This day has passed and nothing is on record. It is 1 day late.",
        ),
        (
            london(2026, 12, 1),
            london(2026, 10, 5, 23),
            Promised.KEPT,
            "Kept",
            "It came on Monday 5 October.",
        ),
        (
            london(2026, 12, 1),
            london(2026, 10, 9, 9),
            Promised.LATE,
            "Late",
            "It came on Friday 9 October, 4 days late.",
        ),
    ],
)
def test_the_reply_in_words(now, answered_at, state, tag, note):
    length, reply = clocks(now, answered_at=answered_at)

    assert (reply.name, reply.value) == (
        "When you hear back",
        "A reply in public by Monday 5 October.",
    )
    assert (reply.state, reply.tag, reply.note) == (state, tag, note)
    assert length.value.startswith("12 weeks, of which 60 working days")


def test_without_a_day_the_rule_is_named():
    reply = clocks(CLOSES, reply_by=None)[-1]

    assert reply.value == ("A reply in public by Monday 16 November, twelve weeks after closing.")


def test_moved_dates_are_sentences():
    page = make_consultation()
    rows = [
        ("decision_on", "2026-10-05", "2026-11-02"),
        ("closes_at", "2026-08-24T08:00:00+00:00", ""),
        ("reply_by", "", "2026-10-05"),
        ("opens_at", "2026-05-31T23:00:00+00:00", "2026-06-01T08:00:00+00:00"),
    ]
    for field, was, became in rows:
        PromiseChange.objects.create(
            consultation=page, field=field, was=was, became=became, at=london(2026, 6, 3, 9)
        )

    with time_machine.travel(london(2026, 6, 3, 9), tick=False):
        assert moved_dates(page) == [
            "Wednesday 3 June: the decision was moved from Monday 5 October to Monday 2 November.",
            "Wednesday 3 June: the closing was to be 9am on Monday 24 August and has no date now.",
            "Wednesday 3 June: the reply was set for Monday 5 October.",
            "Wednesday 3 June: the opening was moved from Monday 1 June to 9am on Monday 1 June.",
        ]
