"""Short forms: never written out, written out too late, or in two ways.

A short form counts as written out where its long form stands beside it in brackets. The two are
matched as by A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation
definitions in biomedical text" (2003), and most letters must begin a word.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from consultations.domain.readiness import Finding, Place

from .document import Document, Passage, Section
from .sentences import ADDRESS, words

TOKEN = re.compile(r"(?<![\w@/.&-])[A-Z][A-Za-z]*(?:&[A-Z])?[A-Za-z]*\d{0,2}(?![\w@]|\.\w|[-#]\d)")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}\b")
ROMAN = re.compile(r"[IVXLC]+")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SMALL = frozenset(words("a an and as at by for from in into of on or the to with"))
# Known to everybody, or not short forms at all. GOV.UK's style guide leaves such ones alone, too.
KNOWN = frozenset(
    words(
        "UK US USA EU UN GB BBC ITV NHS VAT MP GP PDF TV DVD CD IT ID OK DIY FAQ CV PIN AM PM PO BC"
        " AD HM WC UFO HIV AIDS COVID DNA SMS USB WIFI QC KC BA BSC MA MSC PHD MBE OBE CBE RAF EH"
        " NB PS RSVP DJ VIP PC XML JSON CSV DRAFT"
    )
)
BEFORE = 90

Text = tuple[Section, Passage | None, str]


@dataclass
class ShortForm:
    """`expansions` are (order, long form); an order says which of two places comes first."""

    name: str
    first: tuple[int, int]
    place: Place
    excerpt: str
    uses: int = 0
    expansions: list[tuple[tuple[int, int], str]] = field(default_factory=list)


def check_acronyms(document: Document, known_terms: Collection[str] = ()) -> Iterator[Finding]:
    """`known_terms` are explained elsewhere, such as in a glossary."""
    known = KNOWN | {term.upper() for term in known_terms}
    texts = list(_texts(document))
    forms = _forms(texts)
    written = _lowercase_words(texts)
    initials = _initials(texts) if any(not form.expansions for form in forms.values()) else []
    for form in forms.values():
        if form.name.upper() in known or form.name.lower() in written:
            continue
        long_forms = _different([text for _, text in form.expansions])
        if not form.expansions:
            yield _never(form, _spelled_out(initials, form.name))
        elif form.expansions[0][0] > form.first:
            yield _late(form)
        if len(long_forms) > 1:
            yield _two_ways(form, long_forms)


def _forms(texts: list[Text]) -> dict[str, ShortForm]:
    forms: dict[str, ShortForm] = {}
    for order, (section, passage, text) in enumerate(texts):
        if _is_shouted(text):
            continue
        place = section.place(passage)
        for match in TOKEN.finditer(text):
            name = _singular(match[0])
            if not _is_short_form(name):
                continue
            at = (order, match.start())
            form = forms.get(name)
            if form is None:
                form = forms[name] = ShortForm(name, at, place, _around(text, match))
            form.uses += 1
            if long := _long_form(text, match, name):
                form.expansions.append((at, long))
    return forms


def _texts(document: Document) -> Iterator[Text]:
    for section in document.body:
        if not section.is_untitled:
            yield section, None, _clean(section.title)
        for passage in section.passages:
            yield section, passage, _clean(passage.text)


def _clean(text: str) -> str:
    return " ".join(POSTCODE.sub(" ", ADDRESS.sub(" ", text)).split())


def _is_shouted(text: str) -> bool:
    """A line in capitals, in which no word stands out as a short form."""
    found = [word for word in WORD.findall(text) if len(word) > 1]
    return len(found) > 1 and sum(map(str.isupper, found)) * 2 > len(found)


def _singular(token: str) -> str:
    return token[:-1] if token.endswith("s") and token[:-1].isupper() else token


def _is_short_form(token: str) -> bool:
    letters = [character for character in token if character.isalpha()]
    capitals = sum(map(str.isupper, letters))
    if capitals + sum(map(str.isdigit, token)) < 2 or capitals < 2 or len(token) > 8:
        return False
    is_grade = len(set(letters)) == 1  # AA, AAA
    return capitals * 2 > len(letters) and not is_grade and not ROMAN.fullmatch(token)


def _around(text: str, match: re.Match) -> str:
    start = max(0, match.start() - 50)
    end = min(len(text), match.end() + 50)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = text.find(" ", end) if text.find(" ", end) > 0 else len(text)
    return f"{'… ' if start else ''}{text[start:end].strip()}{' …' if end < len(text) else ''}"


def _long_form(text: str, match: re.Match, name: str) -> str:
    """The words that this use writes out: before its brackets, in brackets after it, or a line

    that explains it ("CVS – Council for Voluntary Service", "CVS stands for …").
    """
    before, after = text[: match.start()], text[match.end() :]
    if re.search(r"\(\s*(?:the\s+|or\s+|hereafter\s+|known as\s+)?[“\"‘']?$", before) and re.match(
        r"[s’']*[”\"’']?\s*[);,]", after
    ):
        return _matching(before[: before.rindex("(")][-BEFORE * 2 :], name)
    if re.search(r",\s*(?:or\s+)?(?:the\s+)?$", before) and re.match(r"\s*[,)]", after):
        return _matching(before.rstrip(" ,").removesuffix(" or").rstrip(" ,")[-BEFORE:], name)
    if bracket := re.match(r"\s*\(([^()]{3,120})\)", after):
        return _matching(bracket[1], name)
    if stands := re.match(r"\s+(?:stands for|means|is short for)\s+(.{3,120})", after):
        return _matching(stands[1], name, whole=False)
    if not before.strip() and (line := re.match(r"\s*[:–—=-]\s+(.{3,120})", after)):
        return _matching(line[1], name, whole=False)
    return ""


def _matching(text: str, name: str, *, whole: bool = True) -> str:
    """The end of the text whose words begin with the most letters of the short form, or "".

    The shortest of several. With `whole=False` it is the beginning of the text instead.
    """
    found = list(WORD.finditer(text.replace("-", " ")))
    most = min(len(name) + 5, len(name) * 2, len(found))
    letters = [character.casefold() for character in name if character.isalnum()]
    best, best_fit = "", 0
    for size in range(1, most + 1):
        part = found[-size:] if whole else found[:size]
        fit = _fit([match[0] for match in part], letters)
        if fit > best_fit:
            best, best_fit = text[part[0].start() : part[-1].end()], fit
    return "" if set(best) & set("()") else best.strip()


def _fit(long: list[str], letters: list[str]) -> int:
    """How many letters begin a word, when all are found in order and at least half do; else 0."""
    is_crossed = letters[0] == "x" and long[0].casefold() in ("cross", "exchange", "extensible")
    if long[0][0].casefold() != letters[0] and not is_crossed:
        return 0
    starts, position = 1, 1
    joined = " ".join(long).casefold()
    for letter in letters[1:]:
        at_start = joined.find(f" {letter}", position) + 1
        at = at_start or joined.find(letter, position)
        if at < 0:
            return 0
        starts += bool(at_start)
        position = at + 1
    return starts if starts * 2 >= len(letters) else 0


def _lowercase_words(texts: list[Text]) -> set[str]:
    """Words that the text also writes small, such as "must": "MUST" is then only loud."""
    found = set()
    for _, _, text in texts:
        found.update(word for word in WORD.findall(text) if word.islower())
    return found


def _initials(texts: list[Text]) -> list[tuple[str, str, list[re.Match]]]:
    """Of each text, the first letters of its words (small words left out), capitals as they are."""
    found = []
    for _, _, text in texts:
        large = [match for match in WORD.finditer(text) if match[0].casefold() not in SMALL]
        found.append(("".join(match[0][0] for match in large), text, large))
    return found


def _spelled_out(initials: list[tuple[str, str, list[re.Match]]], name: str) -> str:
    """Words somewhere in the text, all with capitals, that the short form may well stand for."""
    letters = "".join(character.upper() for character in name if character.isalnum())
    for firsts, text, large in initials:
        at = firsts.find(letters)
        if at < 0:
            continue
        phrase = text[large[at].start() : large[at + len(letters) - 1].end()]
        is_phrase = not re.search(r"[.!?;:(),]", phrase) and len(phrase.split()) < len(name) + 4
        if is_phrase and name not in phrase:
            return phrase
    return ""


def _different(long_forms: list[str]) -> list[str]:
    """One of each wording, whatever its capitals, its plural and its small words.

    One that only goes on ("Single Sign-on", "Single Sign-on Authentication") is the same.
    """
    kept: dict[tuple[str, ...], str] = {}
    for text in long_forms:
        found = [word.casefold() for word in WORD.findall(text.replace("-", " "))]
        key = tuple(_singular_word(word) for word in found if word not in SMALL)
        if not any(key[: len(one)] == one or one[: len(key)] == key for one in kept):
            kept[key] = text
    return list(kept.values())


def _singular_word(word: str) -> str:
    return word.removesuffix("ies") + "y" if word.endswith("ies") else word.rstrip("s")


def _never(form: ShortForm, guess: str) -> Finding:
    example = f" If it stands for “{guess}”, write “{guess} ({form.name})”." if guess else ""
    times = "once" if form.uses == 1 else f"{form.uses} times"
    return Finding(
        "acronyms.never",
        f"“{form.name}” is used {times} and never written out.",
        "Write it out the first time, with the short form in brackets, or use the words instead."
        + example,
        place=form.place,
        excerpt=form.excerpt,
        about=form.name,
    )


def _late(form: ShortForm) -> Finding:
    return Finding(
        "acronyms.late",
        f"“{form.name}” is used before it is written out as “{form.expansions[0][1]}”.",
        "Write it out here, where it is used first.",
        place=form.place,
        excerpt=form.excerpt,
        about=form.name,
    )


def _two_ways(form: ShortForm, long_forms: list[str]) -> Finding:
    listed = " and as ".join(f"“{text}”" for text in long_forms)
    return Finding(
        "acronyms.two_ways",
        f"“{form.name}” is written out as {listed}.",
        "Use one of them throughout, or two different short forms if they are two things.",
        place=form.place,
        about=form.name,
    )
