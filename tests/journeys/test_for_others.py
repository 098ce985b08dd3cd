"""Somebody answers for another person, and a child hands on to an adult, in a real browser."""

import pytest

from consultations.responses.models import Respondent, Response
from tests.factories.consultations import make_consultation, make_published_draft, passages_of
from tests.journeys.responding import follow, heading, press, reference, write


@pytest.fixture
def passage():
    draft = make_published_draft(make_consultation(slug="thriving", title="A thriving sector"))
    return passages_of(draft)[0]


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without script"])
def test_a_child_hands_on_to_an_adult_who_sends_it_for_them(open_page, passage, javascript):
    page = open_page(javascript=javascript)
    page.goto(f"/consultations/thriving/respond/passage/{passage.pk}/")
    write(page, "Somewhere to play after school.")
    page.get_by_label("Myself").check()
    page.get_by_label("I am under 13").check()
    page.get_by_label("Yes, without a name").check()
    page.get_by_label("E-mail address for a receipt").fill("child@example.org")
    press(page, "Continue")
    assert page.get_by_text("Can an adult or your school send this for you?").is_visible()

    follow(page, "An adult goes on")
    assert page.get_by_label("E-mail address for a receipt").input_value() == ""
    page.get_by_label("I am under 13").uncheck()
    page.get_by_label("Somebody else, on their behalf").check()
    page.get_by_label("E-mail address for a receipt").fill("aunt@example.org")
    press(page, "Continue")
    assert page.title().startswith("Error: ")
    page.get_by_label("A member of their family").check()
    page.get_by_label("Yes", exact=True).check()
    press(page, "Continue")
    press(page, "Send my response")

    assert heading(page) == "We have your response."
    response = Response.objects.get()
    assert reference(page) == response.reference
    assert (response.capacity, response.relationship) == ("on_behalf", "family")
    assert Respondent.objects.get().email == "aunt@example.org"


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without script"])
def test_what_is_asked_of_some_is_shown_to_them_alone(open_page, passage, javascript):
    page = open_page(javascript=javascript)
    page.goto(f"/consultations/thriving/respond/passage/{passage.pk}/")
    write(page, "Somewhere to play after school.")
    asked = {
        "Myself": set(),
        "A group or organisation": set(),
        "Somebody else, on their behalf": {"relationship", "person_knows"},
        "A councillor or MP": {"office"},
    }

    def shown():
        names = ("relationship", "person_knows", "office")
        return {name for name in names if page.locator(f"[name={name}]").first.is_visible()}

    assert shown() == set()
    for label, expected in asked.items():
        page.get_by_label(label, exact=True).check()
        assert shown() == expected
