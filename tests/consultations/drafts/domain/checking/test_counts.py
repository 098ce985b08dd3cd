import pytest

from consultations.drafts.domain.checking.counts import check_counts
from tests.consultations.drafts.domain.checking.texts import bullets, document, passage, section


def found(*texts):
    return [one.sentence for one in check_counts(document(*texts))]


@pytest.mark.parametrize("said", ["four reasons", "4 main reasons", "Four good, clear reasons"])
def test_a_number_before_a_list_of_another_length(said):
    before = f"There are {said} for this:"

    assert len(found(before, *bullets(5))) == 1
    assert found(before, *bullets(4)) == []


def test_a_number_after_a_list_of_another_length():
    after = "Together, these three factors led to the strategy."

    assert found(*bullets(7), after) == [
        "The text says “these three factors”, and 7 points come before."
    ]
    assert found(*bullets(3), after) == []


@pytest.mark.parametrize(
    "before",
    [
        "At least two reasons speak for it:",
        "One of the three options will be chosen, for two of these reasons:",
        "In the next three weeks:",
        "We give £4 grants for these:",
        "Up to four groups will each get:",
        "We want four things, and here are five actions:",
        "There are four reasons. They are listed below.",
    ],
)
def test_numbers_that_promise_no_list_of_that_length(before):
    assert found(before, *bullets(5)) == []


def test_the_outer_points_of_a_list_in_a_list_may_be_meant():
    inner = [passage("An inner point.", "numbered", marker="a)") for _ in range(3)]

    assert found("We have two aims:", bullets(1)[0], *inner, bullets(1)[0]) == []


def test_a_list_in_another_section_is_not_meant():
    text = document(*bullets(7))
    other = section("Next", "These three factors matter.")

    assert list(check_counts(type(text)("A draft", (*text.sections, other)))) == []
