import pytest

from toolkit.models import MethodPage
from toolkit.templatetags.toolkit_tags import (
    Fact,
    comparison,
    cost_in_words,
    level_numbers,
    levels_in_words,
    method_facts,
    method_line,
    people_in_words,
    running_in_words,
    staff_in_words,
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


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"staff_days_min": 6, "staff_days_max": 15}, "6 to 15 days"),
        ({"staff_days_min": 1, "staff_days_max": 1}, "1 day"),
        ({"staff_days_max": 2, "staff_days_for": "each visit"}, "1 to 2 days for each visit"),
        ({"staff_days_max": 1, "staff_days_for": "a year"}, "1 day a year"),
    ],
)
def test_the_time_of_staff_says_what_it_is_for(fields, words):
    assert staff_in_words(MethodPage(**fields)) == words


@pytest.mark.parametrize(
    ("lowest", "highest", "words"),
    [
        ("A", "", "up to £250"),
        ("E", "", "over £40,000"),
        ("A", "C", "up to £10,000"),
        ("B", "C", "£250 to £10,000"),
        ("D", "E", "£10,000 or more"),
    ],
)
def test_the_cost_is_one_band_or_spans_two(lowest, highest, words):
    assert cost_in_words(MethodPage(cost_band=lowest, highest_cost_band=highest)) == words


@pytest.mark.parametrize(
    ("weeks", "words"),
    [(0, "a day or two"), (1, "1 week"), (51, "51 weeks"), (52, "goes on from year to year")],
)
def test_what_runs_for_a_year_goes_on(weeks, words):
    assert running_in_words(MethodPage(weeks_to_run=weeks)) == words


def test_a_method_shows_what_to_plan_by_and_leaves_out_what_is_not_said():
    method = MethodPage(
        lowest_level=2,
        highest_level=3,
        people_min=12,
        people_max=60,
        weeks_to_prepare=4,
        cost_band="B",
        purposes=["experience", "wording"],
        planning_cost=1200,
    )

    assert method_line(method) == "12 to 60 people, 4 weeks to prepare, £250 to £2,000"
    assert method_facts(method)[:4] == [
        Fact("How much say", "Consultation to Deliberation (levels 2 to 3 of 5)"),
        Fact(
            "Good when you want to",
            "Hear what people have lived through, get the words of a draft right",
        ),
        Fact("How many", "12 to 60 people"),
        Fact("To prepare", "4 weeks"),
    ]


def test_a_comparison_has_a_cell_for_each_method_in_every_row():
    one = MethodPage(cost_band="A", reaches=["young", "carers"], stands_alone_why="Few take part.")
    other = MethodPage(cost_band="C", stands_alone="yes", stands_alone_why="Open to all.")
    one.weeks_to_prepare, other.weeks_to_prepare = 1, 2

    rows = {name: cells for name, *cells in comparison([one, other])}

    assert rows["To prepare"] == ["1 week", "2 weeks"]
    assert rows["Hears well"] == ["Young people, carers", "–"]
    assert rows["As a formal consultation"] == ["No. Few take part.", "Yes. Open to all."]
    assert comparison([])[0] == ["Hears well"]
