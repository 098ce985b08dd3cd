"""Until when what was begun may be sent: to the second, over weekends, holidays and clocks."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from consultations.models import ConsultationPage
from consultations.responses.domain.deadlines import grace_ends, is_in_grace, may_go_on
from consultations.responses.models import ResponseDraft

pytestmark = pytest.mark.django_db

LONDON = ZoneInfo("Europe/London")
SECOND = dt.timedelta(seconds=1)
OPENS = dt.datetime(2026, 1, 5, 9, tzinfo=LONDON)
CLOSES = dt.datetime(2026, 6, 12, 0, tzinfo=LONDON)  # midnight at the end of a Thursday
GRACE = dt.datetime(2026, 6, 12, 9, tzinfo=LONDON)


def at(*parts):
    return dt.datetime(*parts, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("closes", "ends"),
    [
        (CLOSES, GRACE),
        (at(2026, 6, 12, 17), at(2026, 6, 15, 9)),  # a Friday afternoon
        (at(2026, 6, 14), at(2026, 6, 15, 9)),  # midnight at the end of a Saturday
        (at(2026, 6, 15, 8), at(2026, 6, 16, 9)),  # a Monday morning: the next day
        (at(2026, 4, 2, 17), at(2026, 4, 7, 9)),  # Maundy Thursday: after Easter Monday
        (at(2026, 12, 24, 12), at(2026, 12, 29, 9)),  # Boxing Day is made good on the 28th
        (at(2026, 10, 25), at(2026, 10, 26, 9)),  # the night in which the clocks go back
    ],
)
def test_the_grace_ends_at_nine_on_the_next_working_day(closes, ends):
    assert grace_ends(closes) == ends


@pytest.mark.parametrize(
    ("begun", "received", "is_late"),
    [
        (CLOSES - SECOND, CLOSES - SECOND, False),
        (CLOSES - SECOND, CLOSES, True),
        (CLOSES - SECOND, GRACE - SECOND, True),
        (CLOSES - SECOND, GRACE, False),
        (CLOSES, CLOSES, False),
        (CLOSES, GRACE - SECOND, False),
        (None, CLOSES, False),
    ],
)
def test_only_what_was_begun_before_closing_is_taken_late(begun, received, is_late):
    page = ConsultationPage(opens_at=OPENS, closes_at=CLOSES)

    assert is_in_grace(page, begun_at=begun, received_at=received) is is_late
    assert may_go_on(page, ResponseDraft(begun_at=begun), received_at=received) is (
        is_late or received < CLOSES
    )


def test_a_basket_without_words_and_no_basket_are_the_same():
    page = ConsultationPage(opens_at=OPENS, closes_at=CLOSES)

    taken = [may_go_on(page, None, received_at=moment) for moment in (CLOSES - SECOND, CLOSES)]

    assert taken == [True, False]


@pytest.mark.parametrize("fact", ["answered_at", "analysis_signed_off_at"])
def test_nothing_is_late_any_more_once_it_has_been_reported_or_answered(fact):
    page = ConsultationPage(opens_at=OPENS, closes_at=CLOSES, **{fact: CLOSES})

    assert not is_in_grace(page, begun_at=OPENS, received_at=CLOSES + SECOND)


def test_what_has_no_closing_date_is_never_late():
    page = ConsultationPage(opens_at=OPENS, closes_at=None)

    assert not is_in_grace(page, begun_at=OPENS, received_at=CLOSES)
