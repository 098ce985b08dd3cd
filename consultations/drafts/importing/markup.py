"""A tree of HTML, from whichever file it was made, read into pieces of text.

Nothing of the markup itself goes on: what comes out is words, and where links and emphasis lie.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lxml.html import HtmlElement

from .markers import LONGEST_MARKER, list_markers
from .notes import Noted
from .outline import Image
from .pieces import Piece, Rich, Shape, paragraph, shape_of
from .runs import Runs
from .tabling import Tabling

HEADINGS = {f"h{level}": level for level in range(1, 7)}
PARTS = "address article aside body details div fieldset footer form header html main nav section"
TEXTS = "blockquote caption center dd dl dt figcaption figure hr li ol p pre summary ul"
GRIDS = "table tbody td tfoot th thead tr"
ENDS_PARAGRAPH = frozenset(HEADINGS) | frozenset(f"{PARTS} {TEXTS} {GRIDS}".split())
FORMS = "button datalist option select textarea"
MEDIA = "applet audio canvas embed frame frameset iframe map object svg video"
PAGES = "base head link meta noscript script style template title"
LEFT_OUT = frozenset(f"{FORMS} {MEDIA} {PAGES}".split())
BOLD = frozenset(["b", "strong"])
ITALIC = frozenset(["i", "em", "cite", "dfn"])
# A number that a word processor prints by itself stands between these at a paragraph's start.
MARKER_START, MARKER_END = "\ue0f0", "\ue0f1"
PAGE = re.compile(r"[\s.…]*\s\d{1,3}$")
WEB_ADDRESS = re.compile(r"https?://\w\S*", re.IGNORECASE)
SHAPES = {
    "title": Shape.TITLE,
    "caption": Shape.CAPTION,
}


@dataclass(frozen=True)
class Place:
    """What a paragraph is by its surroundings, not by its look; `lists` are those around it."""

    shape: Shape = Shape.PLAIN
    level: int = 0
    marker: str = ""
    in_contents: bool = False
    has_pages: bool = False
    lists: int = 0


@dataclass
class Reading:
    """One reading of one tree. `picture` gives the image behind a `src`, or None."""

    noted: Noted
    picture: Callable[[str, str], Image | None]
    pieces: list[Piece] = field(default_factory=list)
    footnotes: dict[str, Piece] = field(default_factory=dict)
    _waiting: list[Piece] = field(default_factory=list)
    _pointed: list[Piece] = field(default_factory=list)

    def container(self, element: HtmlElement, place: Place) -> None:
        """Everything in it: paragraphs as such, and loose words between them as paragraphs."""
        runs = Runs()
        runs.add(element.text or "")
        for child in element:
            if not isinstance(child.tag, str) or child.tag in LEFT_OUT:
                pass
            elif _ends_paragraph(child):
                place = self._finish(runs, place)
                self._block(child, place)
                place = _after(child, place)
                runs = Runs()
            else:
                self._inline(child, runs)
            runs.add(child.tail or "")
        self._finish(runs, place)

    def rich(self, element: HtmlElement) -> list[Rich]:
        """Its lines, where paragraphs inside it (in a cell, in a footnote) are lines."""
        apart = Reading(self.noted, self.picture, footnotes=self.footnotes)
        apart.container(element, Place())
        self._waiting += [piece for piece in apart.pieces if piece.shape is Shape.FIGURE]
        self._pointed += [note for piece in apart.pieces for note in piece.footnotes]
        return [
            Rich(f"{piece.marker} {piece.text}") if piece.marker else piece.rich
            for piece in apart.pieces
            if piece.text
        ]

    def bring_waiting(self) -> None:
        """Pictures found inside a table stand after it, and its footnotes belong to it."""
        if self._pointed and self.pieces:
            self.pieces[-1].footnotes += tuple(self._pointed)
            self._pointed = []
        self.pieces += self._waiting
        self._waiting = []

    def _block(self, element: HtmlElement, place: Place) -> None:
        tag = element.tag
        if tag in ("ul", "ol"):
            self._list(element, place)
        elif tag == "table":
            Tabling(self).read(element, place)
        elif tag in HEADINGS:
            self.container(element, Place(Shape.HEADING, HEADINGS[tag]))
        elif tag == "nav":
            self._navigation(element)
        elif tag == "blockquote":
            self.container(element, replace(place, shape=Shape.QUOTATION))
        elif tag in ("figcaption", "caption"):
            self.container(element, Place(Shape.CAPTION))
        elif element.get("class") in SHAPES:
            self.container(element, Place(SHAPES[element.get("class")]))
        elif element.get("class") == "contents":
            self.container(element, Place(in_contents=True, has_pages=True))
        else:
            self.container(element, place)

    def _navigation(self, element: HtmlElement) -> None:
        """A list of the page's own headings is its contents; any other menu is left out."""
        addresses = [link.get("href") or "" for link in element.iter("a")]
        if addresses and all(address.startswith("#") for address in addresses):
            self.noted.inner_links -= len(addresses)
            self.container(element, Place(in_contents=True))
        elif element.text_content().strip():
            self.noted.say("The page's menus were left out.")

    def _list(self, element: HtmlElement, place: Place) -> None:
        """Its points, and those of the lists inside them one level deeper."""
        markers = list_markers(element) if element.tag == "ol" else {}
        inside = replace(place, lists=place.lists + 1, level=place.lists)
        for child in element:
            if not isinstance(child.tag, str):
                continue
            if child.tag in ("ul", "ol"):
                self._list(child, inside)
                continue
            marker = markers.get(child, "")
            shape = Shape.NUMBERED if marker else Shape.BULLET
            self.container(child, replace(inside, shape=shape, marker=marker))

    def _inline(self, element: HtmlElement, runs: Runs, *, href="", bold=False, italic=False):
        tag = element.tag
        if not isinstance(tag, str) or tag in LEFT_OUT:
            return
        if tag == "br":
            runs.break_line()
            return
        if tag == "img":
            self._picture(element)
            return
        if tag == "input":
            if element.get("type") == "checkbox":
                runs.add("☑ " if "checked" in element.attrib else "☐ ")
            return
        if self._footnote(element, runs):
            return
        href = self._address(element) if tag == "a" else href
        bold, italic = bold or tag in BOLD, italic or tag in ITALIC
        style = {"href": href, "is_bold": bold, "is_italic": italic}
        runs.add(element.text or "", **style)
        for child in element:
            self._inline(child, runs, href=href, bold=bold, italic=italic)
            runs.add(child.tail or "", **style)
        if tag == "a":
            self._say_address(element, runs)

    def _address(self, element: HtmlElement) -> str:
        """Where it leads, if that is a page of the web; else it is words like any other."""
        href = (element.get("href") or "").strip()
        if WEB_ADDRESS.fullmatch(href):
            return href
        if href and not href.lower().startswith(("mailto:", "tel:")):
            self.noted.inner_links += 1
        return ""

    def _say_address(self, element: HtmlElement, runs: Runs) -> None:
        """“Write to us” that opens a letter says to whom."""
        href = (element.get("href") or "").strip()
        if href.lower().startswith("mailto:"):
            address = href[len("mailto:") :].partition("?")[0]
            if address and address.casefold() not in element.text_content().casefold():
                runs.add(f" ({address})")

    def _footnote(self, element: HtmlElement, runs: Runs) -> bool:
        """Whether this is a reference to a note, which is then written as its number."""
        links = [element] if element.tag == "a" else element.findall("a")
        if element.tag not in ("a", "sup") or len(links) != 1:
            return False
        note = self.footnotes.get((links[0].get("href") or "")[1:])
        if note is None:
            return False
        runs.add(note.marker)
        if note not in self._pointed:
            self._pointed.append(note)
        return True

    def _picture(self, element: HtmlElement) -> None:
        alt = " ".join((element.get("alt") or "").split())
        image = self.picture(element.get("src") or "", alt)
        if image is not None:
            self._waiting.append(Piece(Shape.FIGURE, image=image))

    def _finish(self, runs: Runs, place: Place) -> Place:
        """The paragraph read so far becomes pieces; what follows in the same point is plain."""
        lines = runs.lines()
        if lines:
            self.pieces += self._paragraph(lines, runs, place)
            if place.shape in (Shape.BULLET, Shape.NUMBERED):
                place = replace(place, shape=Shape.PLAIN)
        self.bring_waiting()
        return place

    def _paragraph(self, lines: list[Rich], runs: Runs, place: Place) -> list[Piece]:
        if lines[0].text.startswith(MARKER_START):
            return [_numbered(runs.as_one(), place)]
        if place.shape is Shape.PLAIN:
            if not any(shape_of(line.text)[0] in (Shape.BULLET, Shape.NUMBERED) for line in lines):
                lines = [runs.as_one()]
            found = [paragraph(line) for line in lines]
        else:
            whole = runs.as_one()
            if place.shape is Shape.BULLET:
                shape, marker, text = shape_of(whole.text)
                if shape in (Shape.BULLET, Shape.NUMBERED):
                    rest = whole.cut(len(whole.text) - len(text))
                    return [Piece(shape, rest, marker, place.level, in_contents=place.in_contents)]
            found = [Piece(place.shape, whole, place.marker, place.level)]
        for piece in found:
            piece.in_contents = place.in_contents
            if place.has_pages:
                piece.rich = piece.rich.cut(0, len(PAGE.sub("", piece.text)))
        return found


def _numbered(whole: Rich, place: Place) -> Piece:
    """A paragraph whose number the word processor prints; a long one is part of its words."""
    end = whole.text.find(MARKER_END)
    number, rest = whole.text[1:end], whole.cut(end + 1)
    is_heading = place.shape in (Shape.HEADING, Shape.TITLE)
    shape = place.shape if is_heading else Shape.NUMBERED
    if len(number) > LONGEST_MARKER:
        rest, number = rest.after(number), ""
        shape = place.shape if is_heading else Shape.PLAIN
    return Piece(shape, rest, number, place.level, in_contents=place.in_contents)


def _ends_paragraph(element: HtmlElement) -> bool:
    if element.tag in ENDS_PARAGRAPH:
        return True
    return len(element) > 0 and next(element.iter(*ENDS_PARAGRAPH), None) is not None


def _after(element: HtmlElement, place: Place) -> Place:
    """After a point's first paragraph, the rest of the point is running text."""
    is_point = place.shape in (Shape.BULLET, Shape.NUMBERED)
    has_text = element.tag not in ("ul", "ol") and element.text_content().strip()
    return replace(place, shape=Shape.PLAIN) if is_point and has_text else place
