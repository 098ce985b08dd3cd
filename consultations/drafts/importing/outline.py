"""A draft strategy as every reader hands it on: what it says, without how its file said it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

BULLET_SIGNS = "•·▪◦‣●○■□\uf0b7"
LIST_SIGNS = BULLET_SIGNS + "-–—*"
RULE_SIGNS = LIST_SIGNS + "=_~"

MARK = re.compile(
    r"(?:(?:CONSULTATION|PUBLIC|FIRST|SECOND|FINAL|WORKING) )?DRAFT"
    r"(?: FOR (?:PUBLIC )?CONSULTATION| (?:VERSION |V)?\d+(?:\.\d+)*)?"
)
BRACKETED_LINK = re.compile(r"<(https?://\w[^\s<>]*)>", re.IGNORECASE)


class UnreadableDraft(Exception):
    """The file cannot be read as a draft; the message says why in a sentence for the screen."""


TOO_LONG = "The file is far longer than a draft. Cut it into several documents."


class Kind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    BULLET = "bullet"
    NUMBERED = "numbered"
    MARK = "mark"
    TABLE = "table"
    FIGURE = "figure"
    FOOTNOTE = "footnote"


@dataclass(frozen=True)
class Link:
    """Characters `start` to `end` of a passage's text, which lead to `href` (http or https)."""

    start: int
    end: int
    href: str


@dataclass(frozen=True)
class Emphasis:
    """Characters `start` to `end` of a passage's text, in bold or else in italics."""

    start: int
    end: int
    is_bold: bool


@dataclass(frozen=True)
class Cell:
    text: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Table:
    """Every row has as many cells; the words of a merged cell stand in the first it covers."""

    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    has_header_row: bool = True
    has_header_column: bool = False

    @property
    def text(self) -> str:
        """All its words: the caption, then a line for each row."""
        lines = [" · ".join(cell.text for cell in row if cell.text) for row in self.rows]
        return "\n".join(line for line in [self.caption, *lines] if line)


@dataclass(frozen=True)
class Image:
    """A picture as the file held it, and as untrusted; `alt` is empty where its writer gave none.

    `name` says where it stood in the file, such as "image1.png".
    """

    data: bytes = field(repr=False)
    name: str
    alt: str = ""


@dataclass(frozen=True)
class Passage:
    """`marker` is a numbered item's number as it was printed: "1.", "1:", "(a)".

    `level` says how deep a point or a heading inside a section stands below the outermost: 0, 1, 2.
    `text` of a table is all its words, a row on a line; that of a figure its caption, often none.
    """

    kind: Kind
    text: str
    marker: str = ""
    links: tuple[Link, ...] = ()
    emphasis: tuple[Emphasis, ...] = ()
    level: int = 0
    table: Table | None = None
    image: Image | None = None


@dataclass(frozen=True)
class Section:
    """A front page's title is always ours; `is_untitled` says that another section's title is too.

    Text before the first heading, or a draft without headings, is shown under the draft's title.
    """

    title: str
    passages: tuple[Passage, ...]
    is_front_matter: bool = False
    is_untitled: bool = False


@dataclass(frozen=True)
class Outline:
    """`notes` are sentences for the editor: what was left out or needs a look.

    `is_untitled` says that the title stands nowhere in the text: it is the file's property or name.
    """

    title: str
    sections: tuple[Section, ...]
    notes: tuple[str, ...] = ()
    is_untitled: bool = False


def words(outline: Outline) -> list[str]:
    """Every word the draft's writers wrote, in order; compare with `words_of_source`."""
    texts = [] if outline.is_untitled else [outline.title]
    for section in outline.sections:
        if not (section.is_front_matter or section.is_untitled):
            texts.append(section.title)
        for passage in section.passages:
            texts += [passage.marker, passage.text]
    return _words(texts)


def words_of_source(text: str) -> list[str]:
    """Every word of a decoded file, in order, by the same rule as `words`.

    A word is what stands between white space, with its punctuation, in lower case. Not words, and
    so free to change: signs of lists and rules standing alone, bullets stuck to a word, and the
    angle brackets around a link. A draft mark above the title is read after it, as in an outline.
    """
    return _words(BRACKETED_LINK.sub(r"\1", line) for line in title_first(text.split("\n")))


def title_first(lines: list[str]) -> list[str]:
    """The same lines with the title at the top, even where a draft mark stands above it."""
    for position, line in enumerate(lines):
        if has_words(line) and not is_mark(line):
            return [line, *lines[:position], *lines[position + 1 :]]
    return lines


def is_mark(line: str) -> bool:
    return MARK.fullmatch(" ".join(line.split())) is not None


def has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _words(texts: Iterable[str]) -> list[str]:
    found = []
    for text in texts:
        for piece in text.casefold().split():
            if piece.strip(RULE_SIGNS):
                found.append(piece.lstrip(BULLET_SIGNS))
    return found
