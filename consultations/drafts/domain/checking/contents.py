"""The contents list against the headings that are really there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from consultations.domain.readiness import Finding

from .document import Document, Passage, Section

HEADING = re.compile(r"(?:table of )?contents?(?: page| list)?:?", re.IGNORECASE)
LEADER = re.compile(r"\s*(?:\.{2,}|…|\s{2,}|\t)[.\s…]*\d+$|\s+\d{1,3}$")
NUMBER = re.compile(r"^(?:section|part|chapter)?\s*[\divx]+[.:)]*(?:\d+\.?)*\s+", re.IGNORECASE)
DEEPER = re.compile(r"^\d+\.\d+")
NEARLY_ALIKE = 0.85


@dataclass(frozen=True)
class Entry:
    section: Section
    passage: Passage

    @property
    def name(self) -> str:
        return LEADER.sub("", self.passage.text).strip()

    @property
    def is_deeper(self) -> bool:
        return bool(DEEPER.match(self.passage.marker or self.passage.text))


def check_contents(document: Document) -> Iterator[Finding]:
    entries = list(_entries(document))
    if not entries:
        return
    titled = [s for s in document.body if not s.is_untitled and not _is_contents(s.title)]
    inner = [
        passage.text for section in titled for passage in section.passages if passage.is_heading
    ]
    matched = set()
    lists_inner = _lists_inner(entries, inner)
    for entry in entries:
        place = entry.section.place(entry.passage)
        found = [section for section in titled if _alike(entry.name, section.title)]
        matched.update(id(section) for section in found)
        if found:
            if not any(_key(entry.name) == _key(section.title) for section in found):
                yield _other_words(entry, found[0], place)
        elif any(_alike(entry.name, text) for text in inner):
            if not (lists_inner or entry.is_deeper):
                yield _inner_only(entry, place)
        else:
            yield _nowhere(entry, place)
    for section in titled:
        if id(section) not in matched:
            yield _not_listed(section)


def _entries(document: Document) -> Iterator[Entry]:
    for section in document.sections:
        is_open = _is_contents(section.title)
        for passage in section.passages:
            if passage.is_heading and _is_contents(passage.text):
                is_open = True
            elif is_open and passage.is_heading and not section.is_front_matter:
                is_open = False
            elif is_open and passage.is_item:
                yield Entry(section, passage)


def _is_contents(text: str) -> bool:
    return HEADING.fullmatch(text.strip()) is not None


def _lists_inner(entries: list[Entry], inner: list[str]) -> bool:
    """A list that names most headings inside the sections has two levels on purpose."""
    keys = {_key(entry.name) for entry in entries}
    named = sum(_key(text) in keys for text in inner)
    return named > 1 and named * 2 > len(inner)


def _key(text: str) -> tuple[str, ...]:
    text = NUMBER.sub("", text.casefold().replace("&", " and "))
    return tuple(re.findall(r"[^\W_]+", text.replace("’", "").replace("'", "")))


def _alike(entry: str, heading: str) -> bool:
    """The same words; a few letters apart; or the whole of one inside the other."""
    mine, theirs = _key(entry), _key(heading)
    if not mine or not theirs:
        return False
    if mine == theirs or _holds(theirs, mine) or (len(theirs) > 1 and _holds(mine, theirs)):
        return True
    return SequenceMatcher(None, " ".join(mine), " ".join(theirs)).ratio() >= NEARLY_ALIKE


def _holds(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """It begins or ends with them: "Background" opens "Background and where we are now"."""
    return long[: len(short)] == short or long[-len(short) :] == short


def _nowhere(entry, place):
    return Finding(
        "contents.no_section",
        f"The contents list names “{entry.name}”, and no section has that name.",
        "Add the section, give an existing one that name, or take the line out of the list.",
        place=place,
        about=entry.name,
    )


def _inner_only(entry, place):
    return Finding(
        "contents.heading_inside",
        f"The contents list names “{entry.name}” as a section; it is only a heading inside one.",
        "Make it a section of its own, or take the line out of the list.",
        place=place,
        about=entry.name,
    )


def _other_words(entry, section, place):
    return Finding(
        "contents.other_words",
        f"The contents list says “{entry.name}”, and the section is called “{section.title}”.",
        "Use the same words in both places, so that people know they have arrived.",
        place=place,
        about=f"{entry.name} / {section.title}",
    )


def _not_listed(section):
    return Finding(
        "contents.not_listed",
        f"The section “{section.title}” is not in the contents list.",
        "Add it to the list. Or leave the list out: every draft here gets one by itself.",
        place=section.place(),
        about=section.title,
    )
