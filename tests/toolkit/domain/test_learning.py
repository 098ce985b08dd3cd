import datetime as dt
from decimal import Decimal

import pytest

from tests.factories.compact import make_use
from tests.factories.toolkit import make_method, make_toolkit_index
from toolkit.domain.learning import Median, measured, measured_all


@pytest.fixture
def method(home):
    return make_method(make_toolkit_index(home))


def test_two_uses_are_not_enough_and_three_are(method):
    make_use(method, people=10, cost=300)
    make_use(method, people=50, cost=100)
    assert (measured(method).is_enough, measured(method).figures) == (False, {})

    make_use(method, people=20, cost=200)

    assert measured(method).figures == {
        "people": Median(20, 10, 50, 3),
        "cost": Median(200, 100, 300, 3),
    }


def test_a_figure_is_taken_over_the_uses_that_know_it(method):
    for days in ("1.5", "2.5", "4.0", None):
        make_use(method, staff_days=days and Decimal(days), people=8 if days else None)

    found = measured(method)

    assert found.n == 4
    assert found.figures["staff_days"] == Median(2.5, 1.5, 4.0, 3)
    assert "cost" not in found.figures


def test_nothing_spent_is_a_figure_and_not_a_gap(method):
    for cost in (0, 0, 90):
        make_use(method, cost=cost)

    assert measured(method).figures["cost"] == Median(0, 0, 90, 3)


def test_who_would_do_it_again_is_counted_among_those_who_said(method):
    for again in (True, True, False, None):
        make_use(method, again=again, ended_on=dt.date(2026, 1, 2))

    assert (measured(method).again, measured(method).asked_again) == (2, 3)


def test_all_methods_are_measured_in_one_query(method, django_assert_num_queries):
    others = [make_method(method.get_parent()) for _ in range(2)]
    make_use(others[0])

    with django_assert_num_queries(1):
        found = measured_all([method, *others])

    assert [found[each.pk].n for each in (method, *others)] == [0, 1, 0]
