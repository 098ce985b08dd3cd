"""A seat counts from the first to the last day of its term, by London's calendar."""

import datetime as dt

import pytest

from people.domain.board import organisations_of
from tests.factories.people import make_membership, make_organisation, make_user

LAST_DAY = dt.date(2026, 6, 10)


@pytest.fixture
def member(db):
    return make_user("member")


def found(user, now):
    return [row["organisation"] for row in organisations_of(user, now=now)]


@pytest.mark.parametrize(
    ("now", "sits"),
    [
        (dt.datetime(2026, 5, 31, 22, 59, 59, tzinfo=dt.UTC), False),  # 31 May in London
        (dt.datetime(2026, 5, 31, 23, 0, tzinfo=dt.UTC), True),  # midnight, 1 June in London
        (dt.datetime(2026, 6, 10, 22, 59, 59, tzinfo=dt.UTC), True),
        (dt.datetime(2026, 6, 10, 23, 0, tzinfo=dt.UTC), False),  # midnight, 11 June in London
    ],
)
def test_a_term_runs_from_its_first_midnight_to_its_last(member, now, sits):
    carers = make_organisation()
    make_membership(member, carers, starts_on=dt.date(2026, 6, 1), ends_on=LAST_DAY)

    assert found(member, now) == ([carers.pk] if sits else [])


def test_a_term_without_an_end_goes_on(member):
    carers = make_organisation()
    make_membership(member, carers, starts_on=LAST_DAY)

    assert found(member, dt.datetime(2036, 1, 1, tzinfo=dt.UTC)) == [carers.pk]


def test_somebody_who_sits_for_nobody_has_no_organisation(member):
    make_membership(member, None)

    assert found(member, None) == []


def test_somebody_elses_seat_is_not_theirs(member):
    make_membership(make_user("another"), make_organisation())

    assert found(member, None) == []


def test_each_seat_counts_when_there_are_several(member):
    both = [make_organisation(name) for name in ("Riverside Carers", "Harbour Youth")]
    for organisation in both:
        make_membership(member, organisation)

    assert sorted(found(member, None)) == sorted(organisation.pk for organisation in both)
