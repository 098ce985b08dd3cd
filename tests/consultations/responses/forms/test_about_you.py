"""Who answers, and what may be shown: what is asked of whom."""

import pytest

from consultations.responses.forms.about_you import AboutYouForm

NAME = "Write the name to show, or choose to be shown without a name."
GROUP = "Write the name of your group or organisation."
KNOW_THEM = "Choose how you know them."
THEY_KNOW = "Choose whether they know that you answer for them."
NAMELESS = "What is said for somebody else is shown without a name. Choose another answer."
OFFICE = "Choose which office you hold."
ELECTED = {"capacity": "councillor", "office": "mp"}
FOR_SOMEBODY = {"capacity": "on_behalf", "publish": "without_name"}


@pytest.mark.parametrize(
    ("given", "errors"),
    [
        ({"capacity": "group", "publish": "with_name"}, {"organisation_name": [GROUP]}),
        ({"capacity": "group", "publish": "no"}, {"organisation_name": [GROUP]}),
        ({"capacity": "group", "publish": "with_name", "organisation_name": "Carers"}, {}),
        ({"capacity": "myself", "publish": "with_name"}, {"name": [NAME]}),
        ({"capacity": "myself", "publish": "with_name", "name": "Amina"}, {}),
        ({"capacity": "myself", "publish": "without_name"}, {}),
        ({"capacity": "myself", "publish": "no"}, {}),
        ({"capacity": "councillor", "publish": "no"}, {"office": [OFFICE]}),
        (ELECTED, {"name": [NAME]}),
        (ELECTED | {"name": "Amina"}, {}),
        (ELECTED | {"publish": "without_name"}, {}),
        (FOR_SOMEBODY, {"relationship": [KNOW_THEM], "person_knows": [THEY_KNOW]}),
        (FOR_SOMEBODY | {"relationship": "carer"}, {"person_knows": [THEY_KNOW]}),
        (FOR_SOMEBODY | {"relationship": "carer", "person_knows": "cannot"}, {}),
        (
            FOR_SOMEBODY
            | {"relationship": "carer", "person_knows": "yes", "publish": "with_name", "name": "A"},
            {"publish": [NAMELESS]},
        ),
    ],
)
def test_each_is_asked_for_what_is_needed_and_no_more(given, errors):
    assert AboutYouForm(given).errors == errors


def test_both_choices_have_to_be_made():
    assert set(AboutYouForm({"email": "nobody"}).errors) == {"capacity", "publish", "email"}


@pytest.mark.parametrize(
    ("chosen", "publish"),
    [("", "with_name"), ("without_name", "without_name"), ("no", "no"), ("with_name", "with_name")],
)
def test_somebody_elected_is_shown_with_a_name_unless_they_choose_otherwise(chosen, publish):
    form = AboutYouForm(ELECTED | {"name": "Amina", "publish": chosen})

    assert form.is_valid()
    assert form.cleaned_data["publish"] == publish
