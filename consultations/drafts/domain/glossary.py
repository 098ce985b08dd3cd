"""Explaining the council's words where people meet them.

The first time a section uses a word of the glossary, the word becomes a link to its explanation in
a list at the foot of the same page, and the explanation leads back. Why so:

- what a draft says is evidence, quoted in comments and in the council's answers. Writing the full
  words in brackets behind an acronym would put words into the draft that nobody wrote, and people
  would copy them;
- a `title` alone is out of reach on a touch screen, by keyboard and for many screen readers. A link
  works for all of them, without JavaScript, and on paper the list stands under the text.

An acronym's link also holds `<abbr title>`, which a mouse shows at once. `Passage.html` is never
changed: marks are put in at drawing time, at places found by a parser, and taking them out gives
back every character that was there.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser

from django.core.cache import cache
from django.utils.html import escape

from consultations.drafts.enums import PassageKind
from consultations.drafts.models import GlossaryTerm
from pages.caching import pages_version

# A link in a link is no link; a heading is what contents lists and screen readers navigate by.
CLOSED_TO_MARKS = {
    *("a", "abbr", "button", "caption", "code", "dfn", "label", "script", "style", "summary"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "svg", "math", "textarea"),
}
UNMARKED_KINDS = {PassageKind.HEADING, PassageKind.MARK}
HOUR = 60 * 60
REMEMBERED_SECTIONS = 200


@dataclass(frozen=True)
class Term:
    """One word of the glossary as pages show it."""

    pk: int
    term: str
    expansion: str
    meaning: str
    spellings: tuple[str, ...]

    @property
    def anchor(self):
        return f"word-{self.pk}"


@dataclass(frozen=True)
class Use:
    """A word that a page uses, and where it does so first."""

    term: Term
    number: str
    anchor: str


class Glossary:
    """The words explained in one consultation, ready to be found in its drafts."""

    def __init__(self, terms):
        self.terms = {term.pk: term for term in terms}
        self._pattern = _pattern(terms) if terms else None
        self._known_sections = {}

    def marked(self, passages):
        """The HTML of those of a section's passages that get a mark, by their position."""
        return self._in_section(passages)[0]

    def uses(self, sections):
        """The words used in these sections (lists of passages), in the order of the alphabet."""
        found = {}
        for passages in sections:
            for pk, place in self._in_section(passages)[1].items():
                found.setdefault(pk, passages[place])
        uses = [Use(self.terms[pk], p.number, p.anchor) for pk, p in found.items()]
        return sorted(uses, key=lambda use: (use.term.term.casefold(), use.term.pk))

    def _in_section(self, passages):
        """What is marked in a section, and at which place each word is used first.

        Published text never changes: a section is read once and remembered by its hashes.
        """
        if not self._pattern or _is_front_matter(passages):
            return {}, {}
        key = tuple((p.hash, p.kind, p.position) for p in passages)
        found = self._known_sections.get(key)
        if found is None:
            if len(self._known_sections) >= REMEMBERED_SECTIONS:
                self._known_sections.clear()
            found = self._known_sections[key] = self._mark_section(passages)
        return found

    def _mark_section(self, passages):
        html_by_position, first_place = {}, {}
        for place, passage in enumerate(passages):
            if passage.kind not in UNMARKED_KINDS:
                html, found = self._mark(passage.html, first_place)
                if found:
                    html_by_position[passage.position] = html
                    first_place.update(dict.fromkeys(found, place))
        return html_by_position, first_place

    def _mark(self, html, known):
        """The HTML with the first use of each word not in `known` marked, and those words."""
        found, pieces, end = set(), [], 0
        for start, stop in _open_text(html):
            for match in self._pattern.finditer(html, start, stop):
                pk = int(match.lastgroup.split("_")[1])
                if pk in known or pk in found:
                    continue
                found.add(pk)
                pieces += [html[end : match.start()], _link(self.terms[pk], match[0])]
                end = match.end()
        return "".join([*pieces, html[end:]]), found


def glossary_for(consultation):
    """The glossary of a consultation. It costs a query only after something public has changed."""
    key = f"glossary:{consultation.pk}:{pages_version()}"
    terms = cache.get(key)
    if terms is None:
        terms = _terms_of(consultation)
        cache.set(key, terms, HOUR)
    return _glossary(terms)


@lru_cache(maxsize=64)
def _glossary(terms):
    return Glossary(terms)


def _terms_of(consultation):
    """A consultation's own explanation of a word stands instead of the one for everywhere."""
    rows = sorted(
        GlossaryTerm.objects.of(consultation), key=lambda row: row.consultation_id is None
    )
    terms, taken = [], set()
    for row in rows:
        if row.term.casefold() not in taken:
            taken.add(row.term.casefold())
            terms.append(Term(row.pk, row.term, row.expansion, row.meaning, row.spellings))
    return tuple(terms)


def _is_front_matter(passages):
    """Whether these are the contents list and the marks of the cover, which explain nothing."""
    return not passages or passages[0].number.startswith("0.")


def _link(term, words):
    if term.expansion:
        words = f'<abbr title="{escape(term.expansion)}">{words}</abbr>'
    return f'<a class="term" href="#{term.anchor}">{words}</a>'


def _pattern(terms):
    """One pattern for every spelling, the longest first; its groups are named by key."""
    spellings = [(spelling, term.pk) for term in terms for spelling in term.spellings]
    spellings.sort(key=lambda pair: -len(pair[0]))
    by_term = (f"(?P<t_{pk}_{at}>{_spelling(word)})" for at, (word, pk) in enumerate(spellings))
    return re.compile(rf"(?<![\w&#])(?:{'|'.join(by_term)})(?!\w)")


def _spelling(word):
    """A pattern for one spelling as it stands in HTML.

    One without capitals is found with them too, at the start of a sentence. Before the word may
    stand no `&` or `#`, so that nothing is found inside `&amp;` or `&#x27;`.
    """
    parts = [_IN_HTML.get(character) or re.escape(character) for character in word]
    pattern = "".join(parts)
    if word == word.lower():
        return f"(?i:{pattern})"
    return f"{pattern}s?" if word.isupper() else pattern


_IN_HTML = {
    " ": r"(?:\s|&nbsp;)+",
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    **dict.fromkeys("'’", "(?:'|’|&#x27;|&#39;|&rsquo;)"),
    **dict.fromkeys("-‑", "[-‑]"),
}


def _open_text(html):
    """Where text stands that may be marked, as (start, end) in the HTML.

    Nowhere if a stray `<` leaves it to guessing which characters are text.
    """
    finder = _TextFinder(html)
    return [] if finder.is_broken else finder.spans


class _TextFinder(HTMLParser):
    """Finds the stretches of text that lie in no element closed to marks.

    Pieces that touch are one stretch: the parser hands over `R`, `&amp;` and `D` one by one.
    """

    def __init__(self, html):
        super().__init__(convert_charrefs=False)
        self.spans = []
        self.is_broken = False
        self._html = html
        self._depth = 0
        self._lines = [0]
        for line in html.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self._depth += tag in CLOSED_TO_MARKS

    def handle_startendtag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        if tag in CLOSED_TO_MARKS:
            self._depth = max(0, self._depth - 1)

    def handle_data(self, data):
        self._text(data)

    def handle_entityref(self, name):
        self._text(f"&{name}")

    def handle_charref(self, name):
        self._text(f"&#{name}")

    def _text(self, text):
        line, column = self.getpos()
        start = self._lines[line - 1] + column
        end = start + len(text)
        if text.startswith("&") and self._html.startswith(";", end):
            end += 1
        self.is_broken |= "<" in text
        if self._depth:
            return
        if self.spans and self.spans[-1][1] == start:
            start = self.spans.pop()[0]
        self.spans.append((start, end))
