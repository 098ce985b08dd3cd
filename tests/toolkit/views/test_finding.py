import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.factories.compact import make_use
from tests.factories.toolkit import make_method, make_toolkit_index


@pytest.fixture
def index(home):
    return make_toolkit_index(home)


@pytest.fixture
def survey(index):
    return make_method(
        index,
        title="Survey",
        lowest_level=2,
        highest_level=2,
        weeks_to_prepare=3,
        weeks_to_run=8,
        planning_cost=500,
        purposes=["options"],
        evidence=["counts", "reasons"],
        modes=["online"],
        reaches=["shifts"],
    )


@pytest.fixture
def visits(index):
    return make_method(
        index,
        title="Visits",
        lowest_level=2,
        highest_level=3,
        planning_cost=300,
        purposes=["experience"],
        evidence=["reasons"],
        modes=["outreach"],
        reaches=["older"],
    )


def text_of(response):
    return " ".join(response.content.decode().split())


def test_the_finder_asks_first_and_shows_nothing(survey, resident):
    response = resident.get("/toolkit/finder/")

    assert (response.context["best"], response.context["ruled_out"]) == ([], [])
    assert "How many weeks do you have?" in text_of(response)


def test_the_finder_answers_with_reasons_in_both_directions(survey, visits, resident):
    response = resident.get("/toolkit/finder/", {"purpose": "options", "weeks": "10"})

    page = text_of(response)
    assert [page.title for page, _ in response.context["best"]] == ["Visits"]
    assert [page.title for page, _ in response.context["ruled_out"]] == ["Survey"]
    assert "<strong>Fits:</strong> needs 4 weeks, you have 10." in page
    assert "<strong>Does not fit:</strong> is not made to choose between options." in page
    assert "<strong>Does not fit:</strong> needs 11 weeks, you have 10." in page


def test_what_a_method_took_here_three_times_replaces_its_estimates(survey, visits, resident):
    for cost in (900, 1000, 1100):
        make_use(survey, cost=cost, again=True)
        make_use(visits, cost=250, again=False)

    response = resident.get("/toolkit/finder/", {"money": "999"})

    assert [page.title for page, _ in response.context["best"]] == ["Visits"]
    assert "costs about £250, you have £999" in text_of(response)
    assert "costs about £1,000, you have £999" in text_of(response)
    assert "it was used here 3 times by people who would do it again" in text_of(response)
    mix = resident.get("/toolkit/mix/", {"audiences": ["older", "shifts"]}).context["mix"]
    assert mix.cost == 1250


def test_the_finder_says_when_nothing_stays_within_the_limits(survey, resident):
    response = resident.get("/toolkit/finder/", {"money": "10"})

    assert "0 methods are possible" in text_of(response)
    assert "costs about £500, you have £10" in text_of(response)


@pytest.mark.parametrize(
    ("name", "value"), [("weeks", "-1"), ("money", "lots"), ("level", "9"), ("audiences", "all")]
)
def test_the_finder_says_which_answer_it_does_not_understand(survey, resident, name, value):
    response = resident.get("/toolkit/finder/", {name: value})

    assert list(response.context["form"].errors) == [name]
    assert "There is something to put right." in text_of(response)


def test_what_not_everybody_may_read_is_not_found(survey, resident):
    PageViewRestriction.objects.create(page=survey, restriction_type=PageViewRestriction.LOGIN)

    response = resident.get("/toolkit/finder/", {"purpose": "options"})

    assert response.context["best"] == []
    assert "Survey" not in text_of(response)


def test_a_mix_is_named_with_what_each_method_is_there_for(survey, visits, resident):
    response = resident.get(
        "/toolkit/mix/", {"audiences": ["older", "shifts"], "level": "2", "money": "700"}
    )

    assert [page.title for page in response.context["pages"]] == ["Survey", "Visits"]
    assert response.context["rows"] == [
        ("Older people", [False, True]),
        ("People who work shifts", [True, False]),
        ("Counts", [True, False]),
        ("Reasons in people’s own words", [True, True]),
        ("A way without a computer", [False, True]),
        ("The level you promise", [True, True]),
    ]
    assert "costs about £800, and you have £700" in text_of(response)


def test_without_a_mix_it_says_what_is_lacking(survey, visits, resident):
    response = resident.get("/toolkit/mix/", {"audiences": ["older", "deaf"], "weeks": "7"})

    assert response.context["lacking"] == ["Deaf people", "Counts"]


def test_a_mix_needs_somebody_to_hear(survey, resident):
    response = resident.get("/toolkit/mix/", {"weeks": "7"})

    assert list(response.context["form"].errors) == ["audiences"]


def test_methods_stand_side_by_side_four_at_most(index, resident):
    for number in range(1, 7):
        make_method(index, title=f"Method {number}", slug=f"m{number}")

    response = resident.get("/toolkit/compare/?method=m5&method=m4&method=m3&method=m2&method=m1")

    assert [method.slug for method in response.context["methods"]] == ["m1", "m2", "m3", "m4"]
    assert "one that you ticked was left out: Method 5." in text_of(response)
    assert '<a href="?method=m2&amp;method=m3&amp;method=m4">Leave out Method 1</a>' in text_of(
        response
    )


@pytest.mark.parametrize("query", ["", "?method=nothing", "?method="])
def test_a_comparison_of_nothing_leads_to_the_list(index, resident, query):
    response = resident.get(f"/toolkit/compare/{query}")

    assert response.status_code == 200
    assert "Tick the methods to compare in the list." in text_of(response)


@pytest.mark.parametrize(
    "address",
    [
        "/toolkit/finder/?audiences=older",
        "/toolkit/mix/?audiences=older",
        "/toolkit/compare/?method=survey&method=more&method=more-2",
        "/toolkit/plan/?title=x&level=2&method=survey&decision_on=2030-07-01",
    ],
)
def test_more_methods_cost_no_more_queries(
    survey, visits, index, resident, address, django_assert_num_queries
):
    resident.get(address)
    with CaptureQueriesContext(connection) as before:
        resident.get(address)
    make_method(index, title="More")
    make_method(index, title="More")

    with django_assert_num_queries(len(before)):
        assert resident.get(address).status_code == 200


def test_the_list_can_be_narrowed_by_words_and_by_what_a_method_is_for(survey, visits, resident):
    def titles(**asked):
        return [each.title for each in resident.get("/toolkit/", asked).context["methods"]]

    assert titles(words="surv") == ["Survey"]
    assert titles(words="urvey") == []
    assert titles(audience="older") == ["Visits"]
    assert titles(purpose="options", evidence="counts") == ["Survey"]
    assert titles(weeks="2") == []
    assert titles(cost="A") == []
    assert titles(cost="B", level="3") == ["Visits"]
    assert titles(audience="nobody") == ["Survey", "Visits"]
