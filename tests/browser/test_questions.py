"""Every kind of question on one page: axe, the keyboard, errors, and no JavaScript."""

import pytest
from django.urls import reverse

from tests.factories.consultations import make_consultation, make_published_draft, passages_of
from tests.factories.questions import EVERY_KIND, Asked, make_form
from tests.journeys.responding import press

CHANGE = Asked("change", "comment", "What should change?", when=(("stance", "disagree"),))


@pytest.fixture
def address(transactional_db):
    make_form(*EVERY_KIND, CHANGE)
    passage = passages_of(make_published_draft(make_consultation(slug="open")))[0]
    return reverse("respond:comment", args=["open", "passage", passage.pk])


def test_every_kind_is_accessible_with_errors_and_with_questions_brought(
    page,
    inspect,
    address,
):
    found = {}

    page.goto(address)
    found["as it comes"] = inspect(page)
    page.get_by_label("How many of you?").fill("many")
    page.get_by_label("When did you agree?").fill("soon")
    page.get_by_label("None of these", exact=True).first.check()
    page.get_by_label("Time", exact=True).check()
    press(page, "Send this now")
    found["with errors"] = inspect(page)
    errors = page.locator(".errors a").all_inner_texts()
    page.get_by_label("How many of you?").fill("12")
    page.get_by_label("When did you agree?").fill("27 3 2026")
    page.get_by_label("Time", exact=True).uncheck()
    page.get_by_label("Disagree", exact=True).check()
    page.get_by_label("Roads", exact=True).check()
    page.get_by_label("Rules", exact=True).check()
    press(page, "Send this now")
    found["with questions brought"] = inspect(page)
    brought = page.locator("[role=status] a").all_inner_texts()

    assert found == {"as it comes": [], "with errors": [], "with questions brought": []}
    assert len(errors) == 3
    assert brought == ["What comes first?", "What should change?"]


def test_priorities_are_put_in_order_by_keyboard_without_javascript(open_page, address):
    page = open_page(width=320, javascript=False)
    page.goto(address)

    for label in ("Roads", "Rules"):
        page.get_by_label(label, exact=True).focus()
        page.keyboard.press("Space")
    page.get_by_role("button", name="Send this now").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.get_by_role("combobox", name="Rules").select_option(label="First")
    page.get_by_role("combobox", name="Roads").select_option(label="Second")
    page.get_by_role("button", name="Send this now").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert page.locator("h1").inner_text() == "About you"


def test_trying_a_form_out_is_accessible(page, inspect, sign_in, officer, transactional_db):
    form = make_form(*EVERY_KIND, CHANGE)
    key = form.versions.get().questions.last().key
    sign_in(page, officer)
    found = {}

    for address in (
        reverse("questionnaire_try", args=[form.pk]),
        reverse("questionnaire_rules", args=[form.pk]),
        reverse("questionnaire_rule", args=[form.pk, key]),
    ):
        page.goto(address)
        found[address] = inspect(page)

    assert {address: lines for address, lines in found.items() if lines} == {}
