"""The watch notices what it is there for, and axe finds what it should."""

import pytest

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


@pytest.mark.parametrize(
    ("body", "headers", "words"),
    [
        ("<script>1</script>", STRICT, "Executing inline script"),
        ("<p style='color: red'>Red</p>", STRICT, "Applying inline style"),
        ("<script>throw new Error('a mistake')</script>", {}, "not caught: a mistake"),
        ("<script>console.error('a complaint')</script>", {}, "on the console: a complaint"),
        ("<img src='http://elsewhere.example/x.png' alt=''>", {}, "asked another host"),
        ("<img src='/nothing-here.png' alt=''>", {}, "was answered 404"),
    ],
)
def test_what_goes_wrong_behind_a_page_is_noticed(page, watches, body, headers, words):
    stand_in(page, body, headers=headers)

    faults = watches[page.context].faults
    watches[page.context].allow(words, because="This test makes the fault itself.")

    assert [words in fault for fault in faults] == [True]


def test_an_inline_style_is_noticed_without_javascript(open_page, watches):
    page = open_page(javascript=False)
    stand_in(page, "<p style='color: red'>Red</p>", headers=STRICT)

    faults = watches[page.context].faults
    watches[page.context].allow("inline style", because="This test makes the fault itself.")

    assert ["Applying inline style" in fault for fault in faults] == [True]


def test_axe_finds_what_is_wrong_under_a_strict_policy(page, axe):
    stand_in(page, "<main><h1>A form</h1><input name='words'></main>", headers=STRICT)

    assert [line.split(" at ")[0] for line in axe(page)] == ["label"]


def test_a_public_page_is_styled(page, home):
    page.goto("/")

    family = page.locator("h1").evaluate("h => getComputedStyle(h).fontFamily")
    width = page.locator("main").evaluate("m => m.getBoundingClientRect().width")

    assert "Times" not in family.split(",")[0]
    assert width < 1280
