"""Numbers that do not match their list: "these three factors" after seven points."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from consultations.domain.readiness import Finding

from .document import Document, Passage, Section
from .sentences import sentences, words

NUMBERS = {
    word: number
    for number, word in enumerate(
        words(
            "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
            " sixteen seventeen eighteen nineteen twenty"
        ),
        start=2,
    )
}
NUMBER = rf"(?P<number>{'|'.join(sorted(NUMBERS, key=len, reverse=True))}|[2-9]|1\d|20)"
# What such a number may count in a list. Anything else (weeks, pounds, people) is no promise.
THINGS = "|".join(
    words(
        "actions aims ambitions answers areas aspects benefits categories causes challenges changes"
        " characteristics codes commitments components concerns conditions considerations criteria"
        " dimensions drivers elements examples facets factors features findings functions goals"
        " groups headings ideas initiatives issues kinds lessons levels measures messages methods"
        " missions objectives options outcomes parts phases pillars points principles priorities"
        " problems projects promises proposals questions reasons recommendations requirements"
        " responsibilities risks roles rules sections services sets stages standards statements"
        " steps strands targets tasks tests themes things topics types values ways workstreams"
    )
)
ADJECTIVES = r"(?:(?!of\b)[a-z][a-z-]+,? ){0,3}?"
COUNTED = re.compile(rf"\b{NUMBER} {ADJECTIVES}(?P<thing>{THINGS})\b(?! of\b)", re.IGNORECASE)
UNSURE = re.compile(
    r"\b(?:at least|up to|more than|over|about|around|some|any|under|first|last|next|other|further"
    r"|another|level|grade|every|than|or|to|of the|of these|out of|section|step|stage|phase|part)"
    r" $|[-–/.]$|£$",
    re.IGNORECASE,
)
BACK = re.compile(
    rf"\b(?:these|those|the above|all|the) {NUMBER} {ADJECTIVES}(?P<thing>{THINGS})\b",
    re.IGNORECASE,
)
OPENING_WORDS = 12


@dataclass(frozen=True)
class List:
    """Points that follow one another; `sizes` are the numbers that would be right for it."""

    section: Section
    start: int
    end: int

    @property
    def items(self) -> tuple[Passage, ...]:
        return self.section.passages[self.start : self.end]

    @property
    def sizes(self) -> set[int]:
        """Of a list in a list, the outer points, the inner ones or all may be meant."""
        kinds = {item.kind for item in self.items}
        inner = {sum(item.kind == kind for item in self.items) for kind in kinds}
        return inner | {len(self.items)}


def check_counts(document: Document) -> Iterator[Finding]:
    for section in document.body:
        for found in _lists(section):
            before = section.passages[found.start - 1] if found.start else None
            after = section.passages[found.end] if found.end < len(section.passages) else None
            if before is not None and before.is_prose:
                yield from _announced(found, before)
            if after is not None and after.is_prose:
                yield from _looked_back_on(found, after)


def _lists(section: Section) -> Iterator[List]:
    start = None
    for position, passage in enumerate((*section.passages, None)):
        is_item = passage is not None and passage.is_item
        if is_item and start is None:
            start = position
        elif not is_item and start is not None:
            if position - start > 1:
                yield List(section, start, position)
            start = None


def _announced(found: List, before: Passage) -> Iterator[Finding]:
    """ "There are four reasons:" and then five points. One number that fits is enough."""
    said = sentences(before.text)
    if not said or not before.text.rstrip().endswith((":", "–", "-")):
        return
    counts = [match for match in COUNTED.finditer(said[-1]) if _is_sure(said[-1], match)]
    if counts and not any(_value(match) in found.sizes for match in counts):
        yield _mismatch(found, before, counts[-1], said[-1], "follow")


def _looked_back_on(found: List, after: Passage) -> Iterator[Finding]:
    """ "Together, these three factors …" right after seven points."""
    said = sentences(after.text)
    if not said:
        return
    opening = " ".join(said[0].split()[:OPENING_WORDS])
    match = BACK.search(opening)
    if match and _value(match) not in found.sizes and not opening.endswith(":"):
        yield _mismatch(found, after, match, said[0], "come before")


def _is_sure(text: str, match: re.Match) -> bool:
    return not UNSURE.search(text[: match.start()])


def _value(match: re.Match) -> int:
    number = match["number"].casefold()
    return NUMBERS.get(number) or int(number)


def _mismatch(found: List, passage: Passage, match: re.Match, said: str, where: str) -> Finding:
    phrase = match[0]
    return Finding(
        "counts.list",
        f"The text says “{phrase}”, and {len(found.items)} points {where}.",
        "Make the number match the list, or say which of the points are meant.",
        place=found.section.place(passage),
        excerpt=said,
        about=said,
    )
