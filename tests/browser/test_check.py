"""The check of a draft before launch, as an officer meets it, with axe and on small screens."""

import pytest

from consultations.drafts.importing import Kind, Outline, Passage, Section
from consultations.drafts.importing.publish import make_draft
from tests.browser.axe import COLOUR_RULES
from tests.factories.consultations import make_consultation, make_questionnaire

LONG = "This sentence about our plan goes on and on with words that nobody needs to hear, " * 4


@pytest.fixture
def draft(live_server, home):
    make_questionnaire()
    texts = (
        Passage(Kind.PARAGRAPH, "The PCT pays. See http://www.thurrock.gov.uk/compact."),
        Passage(Kind.PARAGRAPH, f"{LONG.strip(', ')}."),
        *[Passage(Kind.PARAGRAPH, "We will plant a tree in each street.") for _ in range(20)],
    )
    outline = Outline("A thriving sector", (Section("Our plan", texts), Section("Money", texts)))
    return make_draft(outline, consultation=make_consultation())


def test_the_report_is_accessible_on_every_screen(open_page, sign_in, axe, draft, officer):
    found, overflow = {}, {}
    for scheme, width in (("light", 1280), ("dark", 320)):
        page = open_page(scheme=scheme, width=width)
        sign_in(page, officer)
        page.goto(f"/admin/drafts/{draft.pk}/check/")
        page.get_by_text("Section by section").click()
        page.get_by_role("button", name="No problem here (“PCT”").click()
        page.get_by_text("looked at it at").wait_for()
        found[scheme] = axe(page, rules=COLOUR_RULES) + axe(page)
        overflow[scheme] = page.evaluate("document.documentElement.scrollWidth - innerWidth") > 0
        page.get_by_role("button", name="Look at it again").click()
        page.get_by_text("It is back in the list.").wait_for()

    assert found == {"light": [], "dark": []}
    assert overflow == {"light": False, "dark": False}


def test_a_finding_leads_to_its_block_in_the_editor(page, sign_in, draft, officer):
    sign_in(page, officer)
    page.goto(f"/admin/pages/{draft.pk}/edit/")
    page.get_by_role("link", name="See the whole check").click()
    page.get_by_role("link", name="1.1, in “Our plan”").first.click()
    page.wait_for_load_state()

    block = page.url.partition("#")[2]
    assert page.locator(f"#{block}").is_visible()


def test_without_javascript_a_finding_can_be_dismissed(open_page, sign_in, draft, officer):
    page = open_page(javascript=False)
    sign_in(page, officer)
    page.goto(f"/admin/drafts/{draft.pk}/check/")
    page.get_by_role("button", name="No problem here (“PCT”").click()

    assert page.get_by_role("button", name="Look at it again (“PCT”").is_visible()


def test_the_whole_report_goes_on_paper(page, sign_in, draft, officer):
    sign_in(page, officer)
    page.goto(f"/admin/drafts/{draft.pk}/check/")
    page.emulate_media(media="print")

    hidden = page.evaluate("document.documentElement.scrollHeight - innerHeight")
    body = page.locator("body").bounding_box()["height"]
    report = page.locator(".check").bounding_box()["height"]
    assert hidden > 0
    assert body >= report
    assert not page.get_by_role("button", name="No problem here").first.is_visible()
