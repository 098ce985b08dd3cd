"""What somebody does who answers a consultation, one step a function."""

import re


def named(name):
    """Matches this name and no other; browsers put a space before what only is read aloud."""
    return re.compile(f"^{re.escape(name).replace(':', ' ?:')}$")


def press(page, name):
    page.get_by_role("button", name=named(name)).click()
    page.wait_for_load_state()


def follow(page, name):
    """The first link of this name: two of one name lead to one place."""
    page.get_by_role("link", name=named(name)).first.click()
    page.wait_for_load_state()


def heading(page):
    return page.get_by_role("heading", level=1).inner_text()


def write(page, text, *, stance="Agree"):
    """Fills in the form about one place and goes on."""
    page.get_by_label(stance, exact=True).check()
    page.get_by_label("What would you change?").fill(text)
    press(page, "Send this now")


def answer_as_oneself(page):
    page.get_by_label("Myself").check()
    page.get_by_label("Yes, without a name").check()
    press(page, "Continue")


def write_all(page, passage, text):
    """Everything up to the page on which it is checked before it is sent."""
    page.goto(f"/consultations/{passage.section.draft.consultation.slug}/respond/")
    page.goto(f"{page.url}passage/{passage.pk}/")
    write(page, text)
    answer_as_oneself(page)


def reference(page):
    """The reference on the receipt."""
    return page.locator(".confirmation__code").first.inner_text()
