"""A reader finds by keyboard what changed between two versions, with and without JavaScript."""

import pytest

from tests.factories.consultations import (
    make_published_draft,
    make_published_version,
    make_response,
    passages_of,
)
from tests.journeys.keyboard import enter
from tests.journeys.responding import heading


@pytest.mark.parametrize("javascript", [True, False], ids=["with", "without"])
def test_what_changed_is_read_by_keyboard(open_page, officer, javascript):
    draft = make_published_draft(sections=1, passages=3)
    make_response(passages_of(draft)[2])
    newest = make_published_version(draft, by=officer, edit={"1.1": "Reworded."}, drop={"1.2"})
    page = open_page(javascript=javascript)

    page.goto(newest.url)
    enter(page, "What changed since the version before")
    changed = (heading(page), page.locator("ins").first.inner_text())
    enter(page, "The whole text, with what changed")
    whole = page.locator("main").inner_text()
    enter(page, "Only what changed")
    enter(page, "Read the older version")

    assert changed[0] == "What changed"
    assert "Reworded." in changed[1]
    assert passages_of(draft)[2].text in whole
    assert page.url.endswith(draft.url)
