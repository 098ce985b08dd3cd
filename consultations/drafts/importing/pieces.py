"""What every reader finds first: pieces of text in order, before they are sections of a draft."""

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from . import wording
from .outline import BULLET_SIGNS, LIST_SIGNS, Emphasis, Image, Link, Table, is_mark

SIGN = rf"(?:[{re.escape(LIST_SIGNS)}]\s+|[{BULLET_SIGNS}]\s*)"
ITEM = re.compile(
    rf"{SIGN}?"
    r"(?P<marker>\d{1,2}[.:)]|\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})\)"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s+[A-Z]))\s+(?P<text>.+)"
)
BULLET = re.compile(rf"{SIGN}(?P<text>.+)")


class Shape(Enum):
    PLAIN = auto()
    CAPITALS = auto()
    BULLET = auto()
    NUMBERED = auto()
    MARK = auto()
    TITLE = auto()
    HEADING = auto()
    QUOTATION = auto()
    CAPTION = auto()
    TABLE = auto()
    FIGURE = auto()
    FOOTNOTE = auto()


@dataclass(frozen=True)
class Rich:
    """Words with what their writer did to some of them."""

    text: str
    links: tuple[Link, ...] = ()
    emphasis: tuple[Emphasis, ...] = ()

    def cut(self, start: int, end: int | None = None) -> "Rich":
        """The same from `start` to `end`, without white space around it."""
        stretch = self.text[start:end]
        start += len(stretch) - len(stretch.lstrip())
        text = stretch.strip()
        spans = (
            tuple(
                _within(span, start, len(text)) for span in spans if _is_within(span, start, text)
            )
            for spans in (self.links, self.emphasis)
        )
        return Rich(text, *spans)

    def after(self, words: str) -> "Rich":
        """The same with these words and a space before it."""
        by = len(words) + 1
        spans = (
            tuple(replace(span, start=span.start + by, end=span.end + by) for span in spans)
            for spans in (self.links, self.emphasis)
        )
        return Rich(f"{words} {self.text}", *spans)

    @property
    def is_bold(self) -> bool:
        """All of it is, white space apart."""
        bold = set()
        for span in self.emphasis:
            bold.update(range(span.start, span.end) if span.is_bold else ())
        return bool(self.text) and all(
            position in bold for position, sign in enumerate(self.text) if not sign.isspace()
        )


def _is_within(span: Link | Emphasis, start: int, text: str) -> bool:
    return span.start < start + len(text) and max(span.start, start) < span.end


def _within(span: Link | Emphasis, start: int, length: int):
    return replace(span, start=max(span.start - start, 0), end=min(span.end - start, length))


@dataclass(eq=False)
class Piece:
    """`level` is 1 for the outermost headings that have a style, 0 for the outermost points.

    `after_gap` is false where a line of plain text follows the line above without a blank one.
    """

    shape: Shape
    rich: Rich = Rich("")
    marker: str = ""
    level: int = 0
    after_gap: bool = True
    in_contents: bool = False
    table: Table | None = None
    image: Image | None = None
    footnotes: tuple["Piece", ...] = ()

    @property
    def text(self) -> str:
        return self.rich.text

    @property
    def whole_text(self) -> str:
        return f"{self.marker} {self.text}".strip()

    @property
    def is_item(self) -> bool:
        return self.shape in (Shape.BULLET, Shape.NUMBERED)

    @property
    def is_bold(self) -> bool:
        return self.rich.is_bold


def shape_of(text: str) -> tuple[Shape, str, str]:
    """How a line looks: its shape, its printed number, and its text without number and sign."""
    if is_mark(text):
        return Shape.MARK, "", text
    if item := ITEM.fullmatch(text):
        return Shape.NUMBERED, item["marker"], item["text"]
    if item := BULLET.fullmatch(text):
        return Shape.BULLET, "", item["text"]
    if wording.is_in_capitals(text):
        return Shape.CAPITALS, "", text
    return Shape.PLAIN, "", text


def paragraph(rich: Rich) -> Piece:
    """A paragraph of which nothing is known but how it looks."""
    shape, marker, text = shape_of(rich.text)
    return Piece(shape, rich.cut(len(rich.text) - len(text)), marker)
