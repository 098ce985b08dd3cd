import datetime as dt

import pytest

from demo.loading.answering import Arrivals, Consulted, NoSuchPlace
from tests.factories.consultations import make_published_draft, passages_of

MIDNIGHT = dt.datetime(2026, 6, 1, tzinfo=dt.UTC)
NINE = MIDNIGHT + dt.timedelta(hours=9)


def arrivals(*, opens_at=NINE, now=MIDNIGHT + dt.timedelta(days=30)):
    return Arrivals(first_day=MIDNIGHT, opens_at=opens_at, now=now, seed="a lot")


def test_arrivals_are_the_same_at_each_loading():
    first, second = arrivals(), arrivals()

    days = range(1, 20)

    assert [first.on(day) for day in days] == [second.on(day) for day in days]
    assert [first.on(day).date().day for day in days] == [day + 1 for day in days]


def test_nothing_arrives_before_it_opens_or_after_now():
    opens_at, now = NINE + dt.timedelta(days=2), NINE + dt.timedelta(days=5)

    moments = [arrivals(opens_at=opens_at, now=now).on(day) for day in range(9)]

    assert min(moments) > opens_at
    assert max(moments) < now


@pytest.mark.django_db
def test_place_is_found_by_some_of_its_words():
    draft = make_published_draft(sections=2, passages=2)
    consulted = Consulted(draft.consultation, draft)

    found = [
        consulted.place(about).thing
        for about in (
            "passage 2 of section 1",
            "section: Section 2",
            "whole draft",
            "whole consultation",
        )
    ]

    assert found == [
        passages_of(draft)[1],
        draft.sections().get(title="Section 2"),
        draft,
        draft.consultation,
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("about", ["of section 1", "of section 9"], ids=["several", "none"])
def test_words_are_refused_that_are_not_of_exactly_one_passage(about):
    draft = make_published_draft(sections=2, passages=2)

    with pytest.raises(NoSuchPlace):
        Consulted(draft.consultation, draft).place(about)
