"""The numbers that Word prints before a paragraph and does not write into it: 3.2, (b), iv."""

import re
from collections import defaultdict
from dataclasses import dataclass

from lxml import etree

from .markers import in_letters, in_roman

PLACE = re.compile(r"%([1-9])")
NUMERALS = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": in_letters,
    "upperLetter": lambda number: in_letters(number).upper(),
    "lowerRoman": in_roman,
    "upperRoman": lambda number: in_roman(number).upper(),
}


@dataclass
class Level:
    numeral: str = "decimal"
    text: str = ""
    start: int = 1


class Numbers:
    """Counts along a document, as Word does: one count for all lists of one definition."""

    def __init__(self, root: etree._Element | None, w: str):
        self._w = w
        self._definitions: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, int]]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._restarted: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def _read(self, root: etree._Element) -> None:
        w = self._w
        for definition in root.iter(f"{w}abstractNum"):
            self._definitions[definition.get(f"{w}abstractNumId") or ""] = {
                _value(level, f"{w}ilvl"): self._level(level)
                for level in definition.iter(f"{w}lvl")
            }
        for number in root.iter(f"{w}num"):
            reference = number.find(f"{w}abstractNumId")
            if reference is None:
                continue
            starts = {
                _value(override, f"{w}ilvl"): _value(override.find(f"{w}startOverride"), f"{w}val")
                for override in number.iter(f"{w}lvlOverride")
                if override.find(f"{w}startOverride") is not None
            }
            self._lists[number.get(f"{w}numId") or ""] = (reference.get(f"{w}val") or "", starts)

    def _level(self, element: etree._Element) -> Level:
        w = self._w
        level = Level()
        for child in element:
            if child.tag == f"{w}numFmt":
                level.numeral = child.get(f"{w}val") or "decimal"
            elif child.tag == f"{w}lvlText":
                level.text = child.get(f"{w}val") or ""
            elif child.tag == f"{w}start":
                level.start = _value(child, f"{w}val", 1)
        return level

    def next(self, list_id: str, depth: int) -> str:
        """The number of the list's next paragraph, "" for a bullet or for nothing printed."""
        definition_id, starts = self._lists.get(list_id, ("", {}))
        levels = self._definitions.get(definition_id, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts[definition_id]
        if depth in starts and (list_id, depth) not in self._restarted:
            self._restarted.add((list_id, depth))
            counts.pop(depth, None)
            level_start = starts[depth]
        else:
            level_start = level.start
        counts[depth] = counts[depth] + 1 if depth in counts else level_start
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        if level.numeral in ("bullet", "none"):
            return ""
        return PLACE.sub(lambda place: self._printed(int(place[1]) - 1, levels, counts), level.text)

    def _printed(self, depth: int, levels: dict[int, Level], counts: dict[int, int]) -> str:
        level = levels.get(depth, Level())
        number = counts.get(depth, level.start)
        return NUMERALS.get(level.numeral, str)(number)


def _value(element: etree._Element | None, name: str, otherwise: int = 0) -> int:
    try:
        return int(element.get(name)) if element is not None else otherwise
    except (TypeError, ValueError):
        return otherwise
