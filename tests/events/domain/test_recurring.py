from datetime import date

import pytest

from events.domain.recurring import MOST_SESSIONS, TooMany, read_days, repeated
from events.enums import Repeats

TUESDAY = date(2026, 3, 10)  # the second of the month


@pytest.mark.parametrize(
    ("first", "repeats", "until", "days"),
    [
        (TUESDAY, Repeats.WEEKLY, date(2026, 3, 24), ["2026-03-17", "2026-03-24"]),
        (TUESDAY, Repeats.WEEKLY, date(2026, 3, 23), ["2026-03-17"]),
        (TUESDAY, Repeats.FORTNIGHTLY, date(2026, 4, 7), ["2026-03-24", "2026-04-07"]),
        (TUESDAY, Repeats.MONTHLY, date(2026, 5, 12), ["2026-04-14", "2026-05-12"]),
        (date(2026, 3, 31), Repeats.MONTHLY, date(2026, 5, 31), ["2026-04-28", "2026-05-26"]),
        (TUESDAY, Repeats.WEEKLY, TUESDAY, []),
        (TUESDAY, Repeats.WEEKLY, date(2026, 1, 1), []),
    ],
)
def test_a_rule_gives_the_days_after_the_first_up_to_the_last(first, repeats, until, days):
    assert [str(day) for day in repeated(first, repeats=repeats, until=until)] == days


def test_a_rule_leaves_out_its_exceptions():
    days = repeated(
        TUESDAY, repeats=Repeats.WEEKLY, until=date(2026, 3, 31), without=[date(2026, 3, 24)]
    )

    assert days == [date(2026, 3, 17), date(2026, 3, 31)]


def test_a_rule_without_an_end_in_sight_is_refused():
    with pytest.raises(TooMany):
        repeated(TUESDAY, repeats=Repeats.WEEKLY, until=date(2030, 1, 1))


@pytest.mark.parametrize(
    "line",
    [
        "2027-03-04",
        "4/3/2027",
        "04.03.2027",
        "4 March 2027",
        "  4th march 2027 ",
        "Thursday 4 March 2027",
        "Thu, 4 Mar 2027",
    ],
)
def test_a_day_is_read_however_it_is_written(line):
    assert read_days(line) == ([date(2027, 3, 4)], [])


def test_pasted_days_come_back_once_and_in_order_with_what_is_none():
    text = "4/3/2027\n\n1/3/2027\n4 March 2027\n31/2/2027\nsoon\n3/14/2027\n4 Ma 2027"

    assert read_days(text) == (
        [date(2027, 3, 1), date(2027, 3, 4)],
        ["31/2/2027", "soon", "3/14/2027", "4 Ma 2027"],
    )


def test_more_days_than_an_event_takes_are_refused():
    text = "\n".join(f"{day}/{month}/2027" for month in range(1, 13) for day in range(1, 11))

    with pytest.raises(TooMany):
        read_days(text)
    assert len(read_days("\n".join(text.splitlines()[:MOST_SESSIONS]))[0]) == MOST_SESSIONS
