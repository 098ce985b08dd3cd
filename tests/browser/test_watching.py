"""The watch notices what it is there for, and axe finds what it should."""

import pytest

from tests.journeys import keyboard

STRICT = {"Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'"}


def stand_in(page, body, *, headers=None):
    """Opens a page of this body at an address of the site that has none."""
    page.route(
        "**/stand-in/",
        lambda route: route.fulfill(
            content_type="text/html",
            headers=headers or {},
            body=f"<!doctype html><html lang=en><title>Stand-in</title>{body}",
        ),
    )
    page.goto("/stand-in/")
    page.wait_for_load_state("networkidle")


@pytest.fixture
def noticed(watches, allow):
    """What the watch of a page has noticed, which then lets it pass."""

    def told(page):
        allow(page, "", because="This test makes the fault itself.")
        return watches[page.context].faults

    return told


def test_what_goes_wrong_behind_a_page_is_noticed(open_page, noticed):
    cases = {
        "Executing inline script": ("<script>1</script>", STRICT),
        "Applying inline style": ("<p style='color: red'>Red</p>", STRICT),
        "not caught: a mistake": ("<script>throw new Error('a mistake')</script>", {}),
        "on the console: a complaint": ("<script>console.error('a complaint')</script>", {}),
        "asked another host": ("<img src='http://elsewhere.example/x.png' alt=''>", {}),
        "was answered 404": ("<img src='/nothing-here.png' alt=''>", {}),
    }
    told = {}

    for words, (body, headers) in cases.items():
        page = open_page()
        stand_in(page, body, headers=headers)
        told[words] = [words in fault for fault in noticed(page)]

    assert told == {words: [True] for words in cases}


def test_an_inline_style_is_noticed_without_javascript(open_page, noticed):
    page = open_page(javascript=False)
    stand_in(page, "<p style='color: red'>Red</p>", headers=STRICT)

    assert ["Applying inline style" in fault for fault in noticed(page)] == [True]


def test_axe_finds_what_is_wrong_under_a_strict_policy(page, axe):
    stand_in(page, "<main><h1>A form</h1><input name='words'></main>", headers=STRICT)

    assert [line.split(" at ")[0] for line in axe(page)] == ["label"]


def test_a_focus_that_cannot_be_seen_is_noticed(page):
    stand_in(page, "<style>a { outline: none }</style><a href='/'>Home</a>")

    with pytest.raises(keyboard.NotReached, match="The focus cannot be seen on “Home”"):
        keyboard.tab_to(page, "Home")


def test_a_public_page_is_styled(page, home):
    page.goto("/")

    font = page.locator("h1").evaluate("h => getComputedStyle(h).fontFamily.split(',')[0]")

    assert font == '"Iowan Old Style"'
