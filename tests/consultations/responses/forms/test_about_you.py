"""Who answers, and what may be shown: what is asked of whom."""

import pytest

from consultations.responses.forms.about_you import AboutYouForm

NAME = "Write the name to show, or choose to be shown without a name."
GROUP = "Write the name of your group or organisation."


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
    ],
)
def test_each_is_asked_for_what_is_needed_and_no_more(given, errors):
    assert AboutYouForm(given).errors == errors


def test_both_choices_have_to_be_made():
    assert set(AboutYouForm({"email": "nobody"}).errors) == {"capacity", "publish", "email"}
