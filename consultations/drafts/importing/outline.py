"""A draft strategy as every reader hands it on: what it says, without how its file said it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
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


class Kind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    BULLET = "bullet"
    NUMBERED = "numbered"
    MARK = "mark"


@dataclass(frozen=True)
class Link:
    """Characters `start` to `end` of a passage's text, which lead to `href` (http or https)."""

    start: int
    end: int
    href: str


@dataclass(frozen=True)
class Passage:
    """`marker` is a numbered item's number as it was printed: "1.", "1:", "(a)"."""

    kind: Kind
    text: str
    marker: str = ""
    links: tuple[Link, ...] = ()


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
    title: str
    sections: tuple[Section, ...]


def words(outline: Outline) -> list[str]:
    """Every word the draft's writers wrote, in order; compare with `words_of_source`."""
    texts = [outline.title]
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
