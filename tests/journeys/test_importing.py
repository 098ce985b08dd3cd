"""An engagement officer turns a document into a draft by keyboard, with and without JavaScript."""

import pytest

from consultations.drafts.models import DraftImport, DraftPage
from tests.factories.consultations import make_consultation
from tests.factories.imports import TEXT, make_long_text
from tests.journeys.editing import said
from tests.journeys.keyboard import enter, tab_to, type_into
from tests.journeys.responding import follow, heading, press

HERE = "() => document.activeElement.id"


def file(text, name="strategy.txt"):
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode()}


def choose_file(page, text):
    """The window of the operating system, which no page and no keyboard of ours can drive."""
    page.locator("input[type=file]").set_input_files(file(text))


def open_details(page, name):
    tab_to(page, name)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("javascript", [True, False], ids=["with", "without"])
def test_upload_correct_and_make_the_draft_by_keyboard(open_page, sign_in, officer, javascript):
    make_consultation(title="A thriving sector")
    page = open_page(javascript=javascript)
    sign_in(page, officer)
    page.goto("/admin/imports/")

    enter(page, "Import a document")
    choose_file(page, TEXT)
    type_into(page, "Title of the draft (optional)", "Our plan")
    enter(page, "Read the document")
    read = heading(page)
    open_details(page, "Correct section 2 “Grants”")
    enter(page, "Merge section 2 into the one before, its title as a heading")
    merged = (page.evaluate(HERE), page.locator("#here p").inner_text())
    enter(page, "Undo the last correction")
    undone = page.locator("#here p").inner_text()
    open_details(page, "Correct passage 2.2: “Small groups will have a fund of their …”")
    enter(page, "Merge 2.2 into the one before")
    here = page.evaluate(HERE)
    type_into(page, "Title of this section", "")
    page.keyboard.press("Control+A")
    page.keyboard.type("Money")
    enter(page, "Save title")
    enter(page, "Make the draft")

    assert read == "Our plan"
    assert merged[0] == here == "here"
    assert merged[1] == "Section 2 “Grants” is now a heading in section 1 “Working together”."
    assert undone == f"Undone: {merged[1]}"
    assert said(page).startswith("The draft “Our plan” was made. It is not public")
    draft = DraftPage.objects.get()
    assert [section.title for section in draft.sections()] == ["Working together", "Money"]
    assert len(draft.sections().last().body) == 1


def test_a_wrong_file_leaves_the_title_and_the_right_one_goes_on(page, sign_in, officer):
    consultation = make_consultation()
    sign_in(page, officer)
    page.goto(f"/admin/pages/{consultation.pk}/")
    page.get_by_role("button", name="Actions").first.click()
    follow(page, "Import a document")

    page.get_by_label("Title of the draft").fill("Our plan")
    choose_file(page, " ")
    press(page, "Read the document")
    refused = page.locator(".error-message").inner_text()
    choose_file(page, TEXT)
    press(page, "Read the document")

    assert "The file has no words in it." in refused
    assert heading(page) == "Our plan"


def test_a_long_document_is_waited_for_without_javascript(open_page, sign_in, officer):
    make_consultation()
    page = open_page(javascript=False)
    sign_in(page, officer)
    page.goto("/admin/imports/new/")
    choose_file(page, make_long_text(2500))

    press(page, "Read the document")
    page.get_by_role("heading", name="Draft strategy").wait_for()

    assert page.get_by_text("1 section, 2500 passages").is_visible()


def test_a_corrected_file_goes_into_the_draft(page, sign_in, officer):
    make_consultation()
    sign_in(page, officer)
    page.goto("/admin/imports/new/")
    choose_file(page, TEXT)
    press(page, "Read the document")
    press(page, "Make the draft")
    page.goto(f"/admin/imports/again/{DraftPage.objects.get().pk}/")
    choose_file(page, TEXT.replace("three years", "four years"))

    press(page, "Read the document")
    follow(page, "See what will change in the draft")
    edited = page.locator("ins").all_inner_texts()
    press(page, "Put this text into the draft")

    assert edited == ["Grants will last four years."]
    assert said(page).startswith("The corrected text is in “Draft strategy”.")
    assert DraftImport.objects.filter(state="made").count() == 2
