"""How long it is open, on the wall clock of London, to the second."""

import datetime as dt

import pytest
from django.utils import timezone

from consultations.domain.lengths import length_of, listed
from consultations.models import ConsultationPage

pytestmark = pytest.mark.django_db

SECOND = dt.timedelta(seconds=1)
WEEK = dt.timedelta(weeks=1)


def london(*parts):
    return timezone.make_aware(dt.datetime(*parts))


def length(opens, closes):
    return length_of(ConsultationPage(title="C", opens_at=opens, closes_at=closes))


@pytest.mark.parametrize(
    ("opens", "closes"),
    [
        (london(2026, 6, 1, 9), london(2026, 8, 24, 9)),
        (london(2026, 3, 2, 9), london(2026, 5, 25, 9)),  # over the change of March
        (london(2026, 9, 7, 9), london(2026, 11, 30, 9)),  # and of October
    ],
)
def test_twelve_weeks_are_twelve_weeks_on_the_wall(opens, closes):
    assert length(opens, closes).days == 84
    assert length(opens, closes - SECOND).days == 83


def test_what_closes_in_the_last_minute_is_open_for_that_day():
    """From the first minute of Monday to the last of a Sunday."""
    whole = length(london(2026, 6, 1), london(2026, 8, 23, 23, 59))

    assert (whole.days, str(whole.first), str(whole.last)) == (84, "2026-06-01", "2026-08-23")


def test_the_day_it_opens_is_counted_only_from_its_midnight():
    from_nine = length(london(2026, 6, 1, 9), london(2026, 6, 8, 9))
    from_midnight = length(london(2026, 6, 1), london(2026, 6, 8))

    assert [from_nine.working_days, from_midnight.working_days] == [5, 5]
    assert [str(from_nine.first), str(from_midnight.first)] == ["2026-06-02", "2026-06-01"]


@pytest.mark.parametrize(
    ("opens", "closes", "words"),
    [
        (
            london(2026, 7, 13, 9),
            london(2026, 10, 5, 9),
            "12 weeks, of which 59 working days; includes 1 bank holiday, August, Rosh Hashanah "
            "and Yom Kippur",
        ),
        (
            london(2026, 6, 1, 9),
            london(2026, 6, 10, 9),
            "1 week and 2 days, of which 7 working days",
        ),
        (london(2026, 6, 5, 9), london(2026, 6, 6, 9), "1 day, of which 0 working days"),
        (london(2026, 6, 5, 9), london(2026, 6, 5, 12), "0 days, of which 0 working days"),
    ],
)
def test_the_length_in_words(opens, closes, words):
    assert str(length(opens, closes)) == words


def test_one_that_never_closes_has_no_length():
    assert length(london(2026, 6, 1), None) is None


def test_a_list_in_words():
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
