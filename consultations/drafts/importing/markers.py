"""The numbers of lists as they are printed: 3., iv), (b)."""

from lxml.html import HtmlElement

LETTERS = "abcdefghijklmnopqrstuvwxyz"
ROMAN = [
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
]  # fmt: skip
LONGEST_MARKER = 12


def in_letters(number: int) -> str:
    """a … z, then aa, bb, as word processors count."""
    return LETTERS[(number - 1) % 26] * ((number - 1) // 26 + 1) if number > 0 else str(number)


def in_roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    found = ""
    for value, sign in ROMAN:
        while number >= value:
            found += sign
            number -= value
    return found


NUMERALS = {
    "1": str,
    "a": in_letters,
    "A": lambda number: in_letters(number).upper(),
    "i": in_roman,
    "I": lambda number: in_roman(number).upper(),
}


def list_markers(element: HtmlElement) -> dict[HtmlElement, str]:
    """The marker of each point of an `ol`, from its own numbering.

    A reader that knows what was printed says so in `data-marker`; how a number ends in
    `data-suffix`.
    """
    numeral = NUMERALS.get(element.get("type") or "1", str)
    suffix = element.get("data-suffix") or "."
    items = [child for child in element if child.tag == "li"]
    step = -1 if "reversed" in element.attrib else 1
    number = _whole(element.get("start"), len(items) if step < 0 else 1)
    markers = {}
    for item in items:
        number = _whole(item.get("value"), number)
        markers[item] = (item.get("data-marker") or f"{numeral(number)}{suffix}")[:LONGEST_MARKER]
        number += step
    return markers


def _whole(text: str | None, otherwise: int) -> int:
    try:
        found = int(text or "")
    except ValueError:
        return otherwise
    return found if abs(found) < 100_000 else otherwise
