"""Going through a page with the keys Tab, Enter and Space, as people without a mouse do."""

MOST_STOPS = 80
NAME_OF_FOCUS = """() => {
  const e = document.activeElement
  if (e === document.body) return 'the end of the page'
  const label = document.getElementById(e.getAttribute('aria-labelledby')) || (e.labels || [])[0]
  const name = (label && label.innerText) || e.getAttribute('aria-label') || e.innerText || ''
  return name.replace(/\\s+/g, ' ').replace(' :', ':').trim()
}"""
FOCUS_IS_SEEN = """() => {
  const drawn = e => e && (getComputedStyle(e).outlineStyle !== 'none' ||
                           getComputedStyle(e).boxShadow !== 'none')
  const e = document.activeElement
  return e === document.body || drawn(e) || drawn(e.closest('label'))
}"""


class NotReached(AssertionError):
    """No stop of this name, or one that cannot be seen."""


def tab_to(page, name):
    """Tabs on until the control of this name has the focus, which has to be seen at every stop."""
    stops = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(NAME_OF_FOCUS))
        if not page.evaluate(FOCUS_IS_SEEN):
            raise NotReached(f"The focus cannot be seen on “{stops[-1]}” at {page.url}.")
        if stops[-1] == name:
            return
    raise NotReached(f"Tab never reached “{name}” at {page.url}; it stopped at {stops}.")


def enter(page, name):
    """Follows the link or presses the button of this name, and waits for the next page."""
    tab_to(page, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def tick(page, name):
    tab_to(page, name)
    page.keyboard.press("Space")


def type_into(page, name, text):
    tab_to(page, name)
    page.keyboard.type(text)
