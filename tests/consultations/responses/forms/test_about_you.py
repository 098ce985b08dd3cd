"""Who answers, and what may be shown: what is asked of whom."""

import pytest

from consultations.responses.forms.about_you import AboutYouForm

NAME = "Write the name to show, or choose to be shown without a name."
GROUP = "Write the name of your group or organisation."
KNOW_THEM = "Choose how you know them."
THEY_KNOW = "Choose whether they know that you answer for them."
NAMELESS = "What is said for somebody else is shown without a name. Choose another answer."
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
