"""What the styles of an OpenDocument text mean, and the numbers of its lists and headings."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from odfdo import Document, Element

from .markers import NUMERALS

ROLES = {
    "title": "title",
    "subtitle": "",
    "caption": "caption",
    "illustration": "caption",
    "quotations": "quotation",
    "contentsheading": "contents",
}
HEADING = re.compile(r"heading([1-9])")


@dataclass(frozen=True)
class Look:
    """`role` is "title", "caption", "quotation", "contents", "h1" … or "" for running text."""

    role: str = ""
    is_bold: bool = False
    is_italic: bool = False
    is_hidden: bool = False
    list_style: str = ""


class OpenStyles:
    def __init__(self, document: Document):
        self._styles: dict[tuple[str, str], Element] = {}
        self._lists: dict[str, dict[int, Element]] = {}
        self._outline: dict[int, Element] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        for part in (document.styles.root, document.content.root):
            for style in part.get_elements("//style:style"):
                self._styles[_of(style, "style:family"), _of(style, "style:name")] = style
            for style in part.get_elements("//text:list-style"):
                self._lists[_of(style, "style:name")] = _levels(style)
            for style in part.get_elements("//text:outline-style"):
                self._outline = _levels(style)
        self.look = cache(self._look)

    def _look(self, family: str, name: str) -> Look:
        chain, seen = [], set()
        while (family, name) in self._styles and name not in seen:
            seen.add(name)
            chain.append(self._styles[family, name])
            name = _of(chain[-1], "style:parent-style-name")
        names = [*(_of(style, "style:name") for style in chain), name]
        return Look(
            self._role(chain, names),
            _inherited(chain, "fo:font-weight") in ("bold", "600", "700", "800", "900"),
            _inherited(chain, "fo:font-style") == "italic",
            _inherited(chain, "text:display") == "none",
            next((found for s in chain if (found := _of(s, "style:list-style-name"))), ""),
        )

    def _role(self, chain: list[Element], names: list[str]) -> str:
        for name in names:
            plain = name.replace("_20_", "").replace(" ", "").casefold()
            if plain in ROLES:
                return ROLES[plain]
            if heading := HEADING.fullmatch(plain):
                return f"h{min(int(heading[1]), 6)}"
        for style in chain:
            level = _of(style, "style:default-outline-level")
            if level.isdigit() and int(level):
                return f"h{min(int(level), 6)}"
        return ""

    def begin_list(self, name: str, *, goes_on: bool) -> None:
        if not goes_on:
            self._counts.pop(name, None)

    def marker(self, name: str, depth: int, start: str = "") -> str:
        """The next number in this list at this depth (from 1); "" for a bullet."""
        return self._next(self._lists.get(name, {}), f"list {name}", depth, start)

    def heading_number(self, level: int) -> str:
        return self._next(self._outline, "outline", level, "")

    def _next(self, levels: dict[int, Element], key: str, depth: int, start: str) -> str:
        level = levels.get(depth)
        if level is None or not level.tag.endswith(("style-number", "level-style")):
            return ""
        counts = self._counts[key.removeprefix("list ")]
        first = int(start or _of(level, "text:start-value") or 1)
        counts[depth] = counts[depth] + 1 if depth in counts and not start else first
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        if not _of(level, "style:num-format"):
            return ""
        shown = int(_of(level, "text:display-levels") or 1)
        numbers = [
            NUMERALS.get(_of(levels[at], "style:num-format"), str)(counts.get(at, 1))
            for at in range(max(depth - shown + 1, 1), depth + 1)
            if at in levels and _of(levels[at], "style:num-format")
        ]
        before, after = _of(level, "style:num-prefix"), _of(level, "style:num-suffix")
        return f"{before}{'.'.join(numbers)}{after}".strip()


def _of(element: Element, name: str) -> str:
    return element.get_attribute_string(name) or ""


def _levels(style: Element) -> dict[int, Element]:
    return {
        int(_of(child, "text:level")): child
        for child in style.children
        if _of(child, "text:level").isdigit()
    }


def _inherited(chain: list[Element], name: str) -> str:
    for style in chain:
        properties = style.get_element("style:text-properties")
        if properties is not None and _of(properties, name):
            return _of(properties, name)
    return ""
