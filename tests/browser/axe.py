"""axe-core on a page: WCAG 2.2 AA and best practice."""

from axe_playwright_python.base import AXE_SCRIPT

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What can differ between light and dark.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]

# What fades in has no contrast yet. What turns for ever, such as a spinner, is not waited for.
AT_REST = """() => Promise.all(document.getAnimations()
  .filter(a => a.effect && a.effect.getComputedTiming().endTime !== Infinity)
  .map(a => a.finished.catch(() => null)))"""


def violations(page, *, rules=None):
    """One line for each element that breaks a rule; none is the only good answer.

    `evaluate` goes through the debugger's door, so the page's own policy stays as strict as it is.
    """
    page.wait_for_load_state()  # half a page has no main landmark yet
    page.evaluate(AT_REST)
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    options = {
        "runOnly": {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS},
        "resultTypes": ["violations"],
        # It would copy our style sheets into the page, which its policy rightly refuses; no rule
        # of these tags needs it.
        "preload": False,
    }
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [_line(rule, node) for rule in found for node in rule["nodes"]]


def _line(rule, node):
    where = " ".join(str(part) for part in node["target"])
    reasons = "; ".join(check["message"] for check in [*node["any"], *node["all"], *node["none"]])
    return f"{rule['id']} at {where}: {reasons} {node['html'][:160]}"
