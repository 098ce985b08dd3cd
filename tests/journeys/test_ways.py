"""The long ways to answer, in a real browser: the whole draft, and a letter of one's own."""

import pytest

from consultations.analysis.domain.reconciling import reconcile
from consultations.responses.models import Answer, Comment, Response
from tests.factories.consultations import make_consultation, make_published_draft
from tests.journeys.responding import answer_as_oneself, heading, press, reference

WHOLE = "The whole draft: all 2 sections in turn, and then all of it"
LETTER = "A letter of my own: write, paste or upload it"


@pytest.fixture
def draft():
    return make_published_draft(make_consultation(slug="thriving", title="A thriving sector"))


def begin(page, way):
    page.goto("/consultations/thriving/respond/")
    page.get_by_label(way).check()
    press(page, "Begin")


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without script"])
def test_the_whole_draft_is_answered_section_by_section(open_page, draft, javascript):
    page = open_page(javascript=javascript)
    begin(page, WHOLE)
    sections = list(draft.sections())
    for number, section in enumerate(sections, 1):
        assert section.title in page.locator("main").inner_text()
        page.get_by_label("Agree", exact=True).check()
        page.get_by_label("What would you change?").fill(f"Thought {number}.")
        press(page, "Comment on more")
    page.get_by_label("What would you change?").fill("And all in all, go on.")
    press(page, "Send this now")
    answer_as_oneself(page)
    assert all(f"Thought {n}." in page.locator("main").inner_text() for n in (1, len(sections)))
    press(page, "Send my response")

    assert heading(page) == "We have your response."
    assert reference(page) == Response.objects.get().reference
    kinds = [comment.place_kind for comment in Comment.objects.all()]
    assert kinds == ["section"] * len(sections) + ["draft"]
    assert reconcile(draft.consultation).faults == []


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without script"])
def test_a_letter_comes_from_a_file_and_counts_for_its_sections(
    open_page, draft, tmp_path, javascript
):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear council,\n\nName the small groups.\n")
    page = open_page(javascript=javascript)
    begin(page, LETTER)
    page.locator("input[type=file]").set_input_files(letter)
    press(page, "Put this file in")
    box = page.locator("textarea").first
    assert "Name the small groups." in box.input_value()
    box.fill(f"{box.input_value()}\n\nYours, a reader.")
    press(page, "Send this now")
    page.get_by_label("Section 2").check()
    press(page, "Continue")
    page.get_by_label("Disagree", exact=True).check()
    press(page, "Continue")
    answer_as_oneself(page)
    assert "Yours, a reader." in page.locator("main").inner_text()
    press(page, "Send my response")

    assert heading(page) == "We have your response."
    assert [comment.place_kind for comment in Comment.objects.all()] == ["draft", "section"]
    second = draft.sections()[1]
    assert Answer.objects.get(comment__section=second).value == "disagree"
    assert Response.objects.count() == 1
    assert reconcile(draft.consultation).faults == []
