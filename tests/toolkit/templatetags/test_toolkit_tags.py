import pytest

from toolkit.models import MethodPage
from toolkit.templatetags.toolkit_tags import (
    Fact,
    level_numbers,
    levels_in_words,
    method_facts,
    method_line,
    people_in_words,
    weeks_in_words,
)

# A page asks the database what kind it is, even one that is not saved.
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("lowest", "highest", "words", "numbers"),
    [
        (2, 2, "Consultation", "Level 2"),
        (1, 4, "Information to Collaboration", "Levels 1 to 4"),
    ],
)
def test_levels_are_one_or_a_range(lowest, highest, words, numbers):
    method = MethodPage(lowest_level=lowest, highest_level=highest)

    assert levels_in_words(method) == words
    assert level_numbers(method) == numbers


@pytest.mark.parametrize(
    ("fewest", "most", "words"),
    [
        (20, 1500, "20 to 1,500 people"),
        (1, 8, "1 to 8 people"),
        (8, 8, "8 people"),
        (1, 1, "1 person"),
        (20, None, "20 people or more"),
        (1, None, "any number of people"),
    ],
)
def test_people_are_a_range_a_number_or_open_ended(fewest, most, words):
    assert people_in_words(MethodPage(people_min=fewest, people_max=most)) == words


@pytest.mark.parametrize(("weeks", "words"), [(0, "0 weeks"), (1, "1 week"), (12, "12 weeks")])
def test_weeks_are_counted(weeks, words):
    assert weeks_in_words(MethodPage(weeks_to_prepare=weeks)) == words


def test_a_method_is_planned_by_four_figures():
    method = MethodPage(
        lowest_level=2,
        highest_level=3,
        people_min=12,
        people_max=60,
        weeks_to_prepare=4,
        cost_band="B",
    )

    assert method_line(method) == "12 to 60 people, 4 weeks to prepare, £250 to £2,000"
    assert method_facts(method) == [
        Fact("How much say", "Consultation to Deliberation (levels 2 to 3 of 5)"),
        Fact("How many", "12 to 60 people"),
        Fact("To prepare", "4 weeks"),
        Fact("Cost", "£250 to £2,000 (band B)"),
    ]
