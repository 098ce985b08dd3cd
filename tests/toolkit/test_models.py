import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from pages.models import HomePage
from people.enums import Role
from tests.factories.people import make_user
from tests.factories.toolkit import make_method, make_toolkit_index
from toolkit.enums import Level
from toolkit.models import CompactPage, MethodPage, PrinciplesPage, ToolkitIndexPage


@pytest.fixture
def index(home):
    return make_toolkit_index(home)


@pytest.mark.parametrize(
    ("fields", "errors"),
    [
        (
            {"lowest_level": Level.COLLABORATION, "highest_level": Level.DELIBERATION},
            {"highest_level": ["The highest level cannot be below the lowest."]},
        ),
        (
            {"people_min": 20, "people_max": 19},
            {"people_max": ["The most people cannot be less than the fewest."]},
        ),
        (
            {"staff_days_min": 5, "staff_days_max": 4},
            {"staff_days_max": ["The most staff days cannot be less than the fewest."]},
        ),
        (
            {"cost_band": "C", "highest_cost_band": "C"},
            {"highest_cost_band": ["Choose a dearer band than the first, or none."]},
        ),
        (
            {"cost_band": "B", "planning_cost": 2001},
            {"planning_cost": ["The pounds to plan with lie outside what it costs."]},
        ),
        (
            {"cost_band": "B", "highest_cost_band": "C", "planning_cost": 249},
            {"planning_cost": ["The pounds to plan with lie outside what it costs."]},
        ),
        ({"slug": "finder"}, {"slug": ["“finder” is kept for the toolkit itself."]}),
        ({"reaches": ["young", "nobody"]}, {"reaches": ["There is no such choice: nobody."]}),
    ],
)
def test_a_method_is_refused_when_a_range_is_upside_down(index, fields, errors):
    with pytest.raises(ValidationError) as refusal:
        make_method(index, **fields)

    assert refusal.value.message_dict == errors
    assert list(MethodPage.objects.all()) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"highest_level": 1},
        {"people_max": 11},
        {"staff_days_max": 0},
        {"highest_cost_band": "B"},
    ],
)
def test_the_database_refuses_it_too_when_nobody_has_asked_the_form(index, fields):
    method = make_method(index, lowest_level=2, people_min=12)

    with pytest.raises(IntegrityError), transaction.atomic():
        MethodPage.objects.filter(pk=method.pk).update(**fields)


@pytest.mark.parametrize(
    ("fields", "pounds"),
    [
        ({"cost_band": "B", "planning_cost": 2000}, 2000),
        ({"cost_band": "E", "planning_cost": 900_000}, 900_000),
        ({"cost_band": "C"}, 5000),
        ({"cost_band": "A", "planning_cost": 0}, 0),
    ],
)
def test_the_pounds_to_plan_with_lie_within_what_it_costs(index, fields, pounds):
    assert make_method(index, **fields).cost_to_plan_with == pounds


def test_a_range_may_be_one_figure_or_have_no_end(index):
    one = make_method(index, lowest_level=3, highest_level=3, people_min=8, people_max=8)
    open_ended = make_method(index, people_min=50, people_max=None)

    assert list(MethodPage.objects.order_by("pk")) == [one, open_ended]


def test_a_method_serves_every_level_from_its_lowest_to_its_highest(index):
    make_method(index, lowest_level=2, highest_level=4)

    found = [MethodPage.objects.at_level(level).count() for level in Level]

    assert found == [0, 1, 1, 1, 0]


def test_methods_live_in_one_list_under_the_home_page(home):
    assert ToolkitIndexPage.can_create_at(home)

    index = make_toolkit_index(home)

    assert ToolkitIndexPage.allowed_parent_page_models() == [HomePage]
    assert ToolkitIndexPage.allowed_subpage_models() == [MethodPage, CompactPage, PrinciplesPage]
    assert MethodPage.allowed_parent_page_models() == [ToolkitIndexPage]
    assert MethodPage.allowed_subpage_models() == []
    assert not ToolkitIndexPage.can_create_at(HomePage.objects.get())
    assert MethodPage.can_create_at(index)


def test_a_toolkit_editor_publishes_a_method(index, signed_in):
    toolkit_editor = make_user("toolkit-editor", Role.TOOLKIT_EDITOR)
    data = nested_form_data(
        {
            "title": "Focus group",
            "slug": "focus-group",
            "lowest_level": 2,
            "highest_level": 3,
            "people_min": 12,
            "people_max": 60,
            "weeks_to_prepare": 4,
            "cost_band": "B",
            "what_happens": streamfield(
                [("step", {"name": "Decide who.", "text": "Six to ten people."})]
            ),
            "weeks_to_run": 3,
            "staff_days_min": 6,
            "staff_days_max": 15,
            "planning_cost": 1200,
            "facilitation": 3,
            "analysis": 3,
            "digital": 0,
            "conflict": 1,
            "stands_alone": "no",
            "set_up_as": "event",
            "checklist": streamfield([("check", "Travel and care are paid.")]),
            "risks": streamfield([]),
            "templates": streamfield([]),
            "body": streamfield([("text", rich_text("<p>More.</p>"))]),
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0},
        }
    )

    signed_in(toolkit_editor).post(
        reverse("wagtailadmin_pages:add", args=("toolkit", "methodpage", index.pk)),
        data | {"reaches": ["carers", "young"], "action-publish": "action-publish"},
    )

    method = MethodPage.objects.get()
    assert (method.live, method.title) == (True, "Focus group")
    assert method.what_happens[0].value["name"] == "Decide who."
    assert (method.reaches, method.misses, method.planning_cost) == (["young", "carers"], [], 1200)
    assert [check.value for check in method.checklist] == ["Travel and care are paid."]
