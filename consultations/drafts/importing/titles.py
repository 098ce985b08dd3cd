"""Headings printed in capitals, put into the case in which people read."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property

WORD = re.compile(r"[^\W_]+")
WORD_IN_MID_SENTENCE = re.compile(r"(?<=[\w,)] )[^\W_]+")
NUMBER = re.compile(r"[\d.:()]+\s+")
ROMAN_NUMBER = re.compile(r"[IVX]{2,}")
MOSTLY = 0.8


class Recasing:
    """Knows how a draft writes its words, from its contents list and from its running text."""

    def __init__(self, contents: Iterable[str], running_text: Iterable[str]):
        self._entries = {name.casefold(): name for name in map(_without_page_number, contents)}
        self._running_text = running_text

    def apply(self, title: str) -> str:
        """The contents list's own wording; else a sentence in which names keep their capitals."""
        number = NUMBER.match(title)
        start = number.end() if number else 0
        entry = self._entries.get(title[start:].casefold())
        return title[:start] + (entry or self._as_sentence(title[start:]))

    def _as_sentence(self, title: str) -> str:
        first = WORD.search(title)

        def recase(match: re.Match) -> str:
            word = self._recase(match)
            starts_title = first is not None and match.start() == first.start()
            return match[0][0] + match[0][1:].lower() if starts_title and word.islower() else word

        return WORD.sub(recase, title)

    def _recase(self, match: re.Match) -> str:
        word = match[0]
        if match.start() and match.string[match.start() - 1] in "'’":
            return word.lower()
        if word.casefold() in self._names:
            return self._names[word.casefold()]
        is_initials = word.isascii() and len(word) > 1 and not set(word) & set("AEIOUY")
        has_digits = any(character.isdigit() for character in word)
        if word == "I" or is_initials or has_digits or ROMAN_NUMBER.fullmatch(word):
            return word
        return word.lower()

    @cached_property
    def _names(self) -> dict[str, str]:
        return _names(self._running_text)


def _without_page_number(entry: str) -> str:
    """ "Background ...... 4" is the heading "Background"; "Plan for 2011" is itself."""
    before_page = entry.rstrip("0123456789")
    name = before_page.rstrip(".… ")
    leader = before_page[len(name) :]
    return name if ".." in leader or "…" in leader else entry


def _names(running_text: Iterable[str]) -> dict[str, str]:
    """Words written with a capital in the middle of sentences, nearly always and at least twice."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for text in running_text:
        for word in WORD_IN_MID_SENTENCE.findall(text):
            forms[word.casefold()][word] += 1
    names = {}
    for word, counts in forms.items():
        capitals = Counter({form: n for form, n in counts.items() if form != form.lower()})
        if capitals.total() >= max(2, MOSTLY * counts.total()):
            names[word] = capitals.most_common(1)[0][0]
    return names
