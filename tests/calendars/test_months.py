import datetime as dt

import pytest

from calendars.months import months_before


@pytest.mark.parametrize(
    ("day", "before"),
    [((2026, 8, 31), (2026, 2, 28)), ((2026, 3, 5), (2025, 9, 5)), ((2026, 6, 30), (2025, 12, 30))],
)
def test_six_months_before_a_day(day, before):
    assert months_before(dt.datetime(*day), 6) == dt.datetime(*before)
