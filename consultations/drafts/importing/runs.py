"""Running text put together from its stretches: one space between words, and what is special."""

import re

from .decoding import CONTROLS, INVISIBLE
from .links import find_links
from .outline import Emphasis, Link
from .pieces import Rich

SPACES = re.compile(r"[^\S\n]+")
HIDDEN = CONTROLS | INVISIBLE


class Runs:
    """Stretches of text in the order in which they are added, a line break as a line of its own."""

    def __init__(self):
        self._parts: list[str] = []
        self._length = 0
        self._last = "\n"
        self._links: list[Link] = []
        self._emphasis: list[Emphasis] = []

    def add(self, text: str, *, href="", is_bold=False, is_italic=False) -> None:
        text = SPACES.sub(" ", text.replace("\r", " ").replace("\n", " ").translate(HIDDEN))
        found = Rich(text) if href else find_links(text)
        start = self._add(found.text)
        offset = start - (len(found.text) - (self._length - start))
        if self._length == start:
            return
        if href:
            self._link(start, self._length, href)
        for link in found.links:
            self._link(link.start + offset, link.end + offset, link.href)
        for is_set, kind in ((is_bold, True), (is_italic, False)):
            if is_set:
                self._emphasise(start, self._length, is_bold=kind)

    def _add(self, text: str) -> int:
        """Add it, without a second space in a row; where it starts."""
        if self._last.isspace():
            text = text.lstrip(" ")
        start = self._length
        if text:
            self._parts.append(text)
            self._length += len(text)
            self._last = text[-1]
        return start

    def _link(self, start: int, end: int, href: str) -> None:
        last = self._links[-1] if self._links else None
        if last and last.end == start and last.href == href:
            self._links[-1] = Link(last.start, end, href)
        else:
            self._links.append(Link(start, end, href))

    def _emphasise(self, start: int, end: int, *, is_bold: bool) -> None:
        for position in range(len(self._emphasis) - 1, -1, -1):
            last = self._emphasis[position]
            if last.is_bold is is_bold:
                if last.end == start:
                    self._emphasis[position] = Emphasis(last.start, end, is_bold)
                    return
                break
        self._emphasis.append(Emphasis(start, end, is_bold))

    def break_line(self) -> None:
        if self._last != "\n":
            self._parts.append("\n")
            self._length += 1
            self._last = "\n"

    def lines(self) -> list[Rich]:
        """The lines that have words or signs in them."""
        text = "".join(self._parts)
        whole = Rich(text, tuple(self._links), tuple(self._emphasis))
        found, start = [], 0
        for line in text.split("\n"):
            if line.strip():
                found.append(whole.cut(start, start + len(line)))
            start += len(line) + 1
        return found

    def as_one(self) -> Rich:
        """All of it as one line."""
        text = "".join(self._parts).replace("\n", " ")
        return Rich(text, tuple(self._links), tuple(self._emphasis)).cut(0)
