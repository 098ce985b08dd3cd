"""Reading needs no JavaScript, and paper holds what is worth reading on it."""

from tests.browser.town import make_town

ONE_OF_EACH_LAYOUT = (
    "home",
    "list of consultations",
    "open consultation",
    "section with comments",
    "views with figures",
    "outcome",
    "events",
    "toolkit",
    "sign-in",
)


def test_public_pages_read_the_same_without_javascript(open_page):
    addresses = make_town()
    plain, scripted = open_page(javascript=False), open_page()
    different = []

    for name in ONE_OF_EACH_LAYOUT:
        texts = []
        for page in (plain, scripted):
            page.goto(addresses[name])
            texts.append(page.locator("body").inner_text())
        if texts[0] != texts[1] or len(texts[0]) < 100:
            different.append(name)

    assert different == []


def test_a_section_on_paper_holds_its_words_and_no_controls(page):
    page.goto(make_town()["section with comments"])
    on_screen = page.locator("body").inner_text()

    page.emulate_media(media="print")
    on_paper = page.locator("body").inner_text()

    for words in ("Nothing about us without us.", "Riverside Carers", "1.6"):
        assert words in on_paper
    for words in ("Comment on this", "Privacy", "Home", "Worked example"):
        assert (words in on_screen, words in on_paper) == (True, False)
    assert page.pdf().startswith(b"%PDF")
