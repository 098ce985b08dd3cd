"""How a page is inspected: axe, two widths, two schemes of colour, and no scrolling sideways."""

import pytest

from tests.browser.axe import COLOUR_RULES

LOOKS = [
    (1280, "light", None),
    (1280, "dark", COLOUR_RULES),
    (320, "light", COLOUR_RULES),
    (320, "dark", None),
]
OPEN_ALL_DETAILS = "document.querySelectorAll('details').forEach(d => { d.open = true })"
# The admin cuts off what is too wide for its `main`, so that one is asked as well.
OVERHANG = """() => Math.max(...[document.documentElement, ...document.querySelectorAll('main')]
  .map(e => e.scrollWidth - e.clientWidth))"""


@pytest.fixture
def inspect(axe):
    """What is wrong with the page as it stands, a line each: `inspect(page)`."""

    def look(page):
        page.evaluate(OPEN_ALL_DETAILS)
        found = []
        for width, scheme, rules in LOOKS:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            lines = axe(page, rules=rules)
            if page.evaluate(OVERHANG) > 0:
                lines.append("scrolls sideways")
            found += [f"{width} {scheme}: {line}" for line in lines]
        return found

    return look


def title_of(page):
    return page.title().split(" – ")[0]
