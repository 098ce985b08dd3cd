import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.factories.toolkit import make_method, make_toolkit_index


@pytest.fixture
def index(home):
    return make_toolkit_index(home)


def titles(response):
    return [method.title for method in response.context["methods"]]


def test_the_list_is_in_the_order_of_the_alphabet(index, resident):
    for title in ("World café", "Drop-in session", "Focus group"):
        make_method(index, title=title)

    assert titles(resident.get("/toolkit/")) == ["Drop-in session", "Focus group", "World café"]


def test_the_list_shows_the_methods_of_a_level_when_asked_for_it(index, resident):
    make_method(index, title="Survey", lowest_level=2, highest_level=2)
    make_method(index, title="Forum", lowest_level=1, highest_level=4)
    make_method(index, title="Workshop", lowest_level=3, highest_level=3)

    found = {level: titles(resident.get("/toolkit/", {"level": level})) for level in range(1, 6)}

    assert found == {
        1: ["Forum"],
        2: ["Forum", "Survey"],
        3: ["Forum", "Workshop"],
        4: ["Forum"],
        5: [],
    }


@pytest.mark.parametrize("text", ["", "0", "6", "two", "2 ", "²", "-1"])
def test_the_list_shows_all_methods_when_the_level_is_unknown(index, resident, text):
    make_method(index, title="Survey", lowest_level=2, highest_level=2)

    assert titles(resident.get("/toolkit/", {"level": text})) == ["Survey"]


def test_the_chosen_level_is_marked_among_the_levels(index, resident):
    page = resident.get("/toolkit/?level=3").content.decode()

    assert '<a href="?level=3" aria-current="page">3 Deliberation</a>' in page
    assert '<a href="?level=2">2 Consultation</a>' in page
    assert '<a href="/toolkit/">All levels</a>' in page


def test_the_list_leaves_out_methods_that_not_everybody_may_read(index, resident):
    make_method(index, title="Unpublished", live=False)
    restricted = make_method(index, title="For officers")
    PageViewRestriction.objects.create(page=restricted, restriction_type=PageViewRestriction.LOGIN)
    make_method(index, title="For all")

    assert titles(resident.get("/toolkit/")) == ["For all"]


def test_an_empty_list_says_so(index, resident):
    response = resident.get("/toolkit/?level=5")

    assert titles(response) == []
    assert "No method is listed here yet." in response.content.decode()


def test_the_list_costs_the_same_queries_with_one_method_and_with_three(
    index, resident, django_assert_num_queries
):
    make_method(index)
    resident.get("/toolkit/")
    with CaptureQueriesContext(connection) as queries_for_one:
        resident.get("/toolkit/")
    make_method(index)
    make_method(index)

    with django_assert_num_queries(len(queries_for_one)):
        response = resident.get("/toolkit/")

    assert titles(response) == ["Focus group"] * 3


def test_the_page_of_a_method_numbers_its_steps_and_shows_its_figures(index, resident):
    method = make_method(
        index,
        what_happens=[
            ("step", {"name": "Decide who.", "text": "Six to ten people."}),
            ("step", {"name": "Hold it.", "text": ""}),
        ],
        works_well_for="Finding out why.",
        often_misses="Quiet people.",
    )

    page = " ".join(resident.get(method.url).content.decode().split())

    assert (
        "<ol> <li><strong>Decide who.</strong> Six to ten people. </li> "
        "<li><strong>Hold it.</strong> </li> </ol>"
    ) in page
    assert "<p>Finding out why.</p>" in page
    assert "<p>Quiet people.</p>" in page
    assert '<dd class="facts__value">12 to 60 people</dd>' in page
