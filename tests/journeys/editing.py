"""What everybody who works in the admin does, one step a function."""

import re

from playwright.sync_api import expect


def edit(page, thing):
    page.goto(f"/admin/pages/{thing.pk}/edit/")


def field(page, label):
    """The text field of this label; the star of a required one is not part of its name."""
    return page.get_by_role("textbox", name=re.compile(rf"^{re.escape(label)}\*?$"))


def entitle(page, title, *, slug):
    """Types the title as a person does, and waits until Wagtail has made an address of it."""
    field(page, "Title").press_sequentially(title)
    field(page, "Title").blur()
    expect(page.locator("input[name=slug]")).to_have_value(slug)


def choose(page, action):
    """Presses a button at the foot of the editor, from behind "More actions" if need be."""
    footer = page.get_by_role("navigation", name="Actions (footer)")
    button = footer.get_by_role("button", name=action, exact=True)
    if not button.is_visible():
        footer.get_by_role("button", name="More actions").click()
    with page.expect_navigation():
        button.click()


def actions(page):
    """The names of the buttons at the foot of the editor."""
    footer = page.get_by_role("navigation", name="Actions (footer)")
    more = footer.get_by_role("button", name="More actions")
    if more.count():
        more.click()
    return [text.strip() for text in footer.get_by_role("button").all_inner_texts() if text.strip()]


def said(page):
    """What the admin says has just happened."""
    return page.locator(".messages li").last.inner_text().strip().split("\n")[0]
