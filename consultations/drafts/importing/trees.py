"""HTML, made by us or sent to us, as a tree; and a tree as pieces."""

from collections.abc import Callable

from lxml import html
from lxml.html import HtmlElement

from .joining import join_broken, place_captions
from .markup import Place, Reading
from .notes import Noted
from .outline import TOO_LONG, Image, UnreadableDraft
from .packages import MOST_ELEMENTS
from .pieces import Piece, Rich, Shape

TOO_DEEP = "The parts of the file lie too deep inside one another to be read."
BACK_SIGNS = "↑↩︎⏎^ "


def tree_of(text: str) -> HtmlElement:
    """The document's tree. Nothing outside it is ever fetched."""
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    tree = html.document_fromstring(text.encode("utf-8", "replace") or b"<p></p>", parser=parser)
    if any("xcessive depth" in error.message for error in parser.error_log):
        raise UnreadableDraft(TOO_DEEP)  # what lies deeper, and all after it, would be missing
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        raise UnreadableDraft(TOO_LONG)
    if tree.body is None:
        raise UnreadableDraft("The file has no words in it.")
    return tree


def pieces_of(
    root: HtmlElement, noted: Noted, picture: Callable[[str, str], Image | None]
) -> list[Piece]:
    reading = Reading(noted, picture)
    _take_footnotes(root, reading)
    try:
        reading.container(root, Place())
    except RecursionError:
        raise UnreadableDraft(TOO_DEEP) from None
    return join_broken(place_captions(reading.pieces))


def _take_footnotes(root: HtmlElement, reading: Reading) -> None:
    """The notes that a raised number leads to, out of the text and ready to stand below it."""
    by_id = {}
    for link in root.iter("a"):
        target = link.get("href") or ""
        is_raised = link.getparent().tag == "sup" or link.find("sup") is not None
        if is_raised and target.startswith("#") and len(target) > 1:
            by_id.setdefault(target[1:], link)
    notes = [found for found in root.iter("li", "p", "div", "aside") if found.get("id") in by_id]
    for note in notes:
        reference = by_id[note.get("id")]
        number = " ".join(reference.text_content().split()).strip("[]()") or "*"
        marker = f"[{number}]"[:12]
        _remove_way_back(note)
        lines = reading.rich(note)
        text = Rich(" ".join(line.text for line in lines)) if len(lines) > 1 else lines[:1]
        rich = text if isinstance(text, Rich) else text[0] if text else Rich("")
        reading.footnotes[note.get("id")] = Piece(Shape.FOOTNOTE, rich, marker)
    for note in notes:
        note.drop_tree()


def _remove_way_back(note: HtmlElement) -> None:
    for link in list(note.iter("a")):
        if (link.get("href") or "").startswith("#") and not link.text_content().strip(BACK_SIGNS):
            link.drop_tree()
