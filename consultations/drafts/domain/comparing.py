"""What changed between two published versions, passage by passage and word by word."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from consultations.drafts.domain.lineage import passages_of_version, published_versions, text_of
from consultations.drafts.domain.matching import match_as_joined
from consultations.drafts.enums import LinkKind
from consultations.drafts.models import PassageLink, SectionPage

TOKEN = re.compile(r"\w+(?:[’'-]\w+)*|[^\w\s]|\s+")
SAME, ADDED, REMOVED = "same", "added", "removed"
JOINT = " "  # between the texts of passages that were merged, or split
# Below this little of the older words is left; two whole wordings read better than a mosaic.
FEW_LEFT = 0.35


@dataclass(frozen=True)
class Piece:
    """Neighbouring words that stayed, came or went: `kind` is same, added or removed."""

    kind: str
    text: str


@dataclass(frozen=True)
class Change:
    """One passage of the newer version beside what it was, or one that was removed.

    `olds` has several passages where they were merged. Of a split one, each part has its own
    pieces.
    """

    kind: LinkKind
    new: object = None
    olds: tuple = ()
    pieces: tuple[Piece, ...] = ()
    reason: str = ""

    @property
    def is_change(self):
        return self.kind != LinkKind.SAME


@dataclass
class SectionChanges:
    section: SectionPage
    changes: list[Change] = field(default_factory=list)

    @property
    def changed(self):
        return [change for change in self.changes if change.is_change]


@dataclass(frozen=True)
class Comparison:
    """`sections` are those of the newer version; `removed` is grouped by the older sections."""

    sections: list[SectionChanges]
    removed: list[SectionChanges]

    @property
    def counts(self):
        """How many passages changed in each way, without those that stayed; for one sentence."""
        found = defaultdict(int)
        for part in [*self.sections, *self.removed]:
            for change in part.changed:
                found[change.kind] += 1
        return {kind: found[kind] for kind in LinkKind if found[kind]}


def compare(older, newer):
    """Two published versions of one consultation, the older first, in six queries."""
    olds = {passage.pk: passage for passage in _with_sections(older)}
    news = {passage.pk: passage for passage in _with_sections(newer)}
    links = _links(older, newer, olds, news)
    parts = _parts(links, olds, news)
    before = defaultdict(list)
    for link in links:
        before[link.new].append(link)
    sections = _grouped(news.values(), lambda new: _change(new, before[new.pk], olds, parts))
    gone = {link.old: link.reason for link in links if link.new is None}
    removed = [old for pk, old in olds.items() if pk in gone]
    return Comparison(sections, _grouped(removed, lambda old: _removal(old, gone[old.pk])))


def _with_sections(draft):
    sections = {section.pk: section for section in draft.sections()}
    found = list(passages_of_version(draft))
    for passage in found:
        passage.section = sections[passage.section_id]
    return found


@dataclass(frozen=True)
class Link:
    """What became of one passage between the two versions; keys as in `Match`."""

    old: int | None
    new: int | None
    kind: LinkKind
    reason: str = ""


def _links(older, newer, olds, news):
    """As they were written for neighbours; over several versions, followed from one to the next."""
    versions = list(published_versions(newer.get_parent()))
    between = versions[versions.index(older) + 1 : versions.index(newer) + 1]
    steps = defaultdict(list)
    for row in PassageLink.objects.filter(draft__in=between).order_by("pk"):
        steps[row.draft_id].append(row)
    if len(between) == 1:
        rows = steps[newer.pk]
        return [Link(row.old_id, row.new_id, LinkKind(row.kind), row.reason) for row in rows]
    return _followed([steps[version.pk] for version in between], olds, news)


def _followed(steps, olds, news):
    """Each passage of the first version followed through all steps, with every reason given."""
    places = {pk: {pk} for pk in olds}
    told, told_of_removed = defaultdict(list), {}
    for rows in steps:
        onward, told_here = defaultdict(set), defaultdict(list)
        for row in rows:
            onward[row.old_id].add(row.new_id)
            told_here[row.new_id or -row.old_id] += [*told[row.old_id], row.reason]
        for pk, here in places.items():
            for place in here:
                if None in onward[place]:
                    told_of_removed[pk] = told_here[-place]
        places = {
            pk: set().union(*(onward[place] for place in here)) - {None}
            for pk, here in places.items()
        }
        told = told_here
    found = match_as_joined(
        [text_of(old) for old in olds.values()],
        [text_of(new) for new in news.values()],
        [(pk, new) for pk, here in places.items() for new in sorted(here)],
    )
    return [
        Link(one.old, one.new, one.kind, _in_one(told[one.new]))
        if one.new
        else Link(one.old, None, one.kind, _in_one(told_of_removed[one.old]))
        for one in found
    ]


def _in_one(reasons):
    return " ".join(dict.fromkeys(reason for reason in reasons if reason))


def _parts(links, olds, news):
    """The pieces of each part of a split passage: the old words are compared with all of them."""
    split = defaultdict(list)
    for link in links:
        if link.kind == LinkKind.SPLIT:
            split[link.old].append(link.new)
    order = {pk: place for place, pk in enumerate(news)}
    pieces = {}
    for old, found in split.items():
        found.sort(key=order.__getitem__)
        words = [news[new].text for new in found]
        cut = _cut(word_diff(olds[old].text, JOINT.join(words)), words)
        pieces.update(zip(found, cut, strict=True))
    return pieces


def _cut(pieces, words):
    """These pieces, which make up all the words, cut where one text ends and the next begins."""
    rows, row, left = [], [], len(words[0])
    waiting = list(words[1:])
    for piece in pieces:
        text = piece.text
        while piece.kind != REMOVED and waiting and len(text) > left:
            row.append(Piece(piece.kind, text[:left]))
            rows.append([one for one in row if one.text])
            text, row, left = text[left + len(JOINT) :], [], len(waiting.pop(0))
        row.append(Piece(piece.kind, text))
        left -= 0 if piece.kind == REMOVED else len(text)
    rows.append([one for one in row if one.text])
    return rows


def _grouped(passages, make):
    groups = {}
    for passage in passages:
        group = groups.setdefault(passage.section_id, SectionChanges(passage.section))
        group.changes.append(make(passage))
    return list(groups.values())


def _change(new, links, olds, parts):
    known = [link for link in links if link.old is not None]
    reason = next((link.reason for link in links if link.reason), "")
    if not known:
        return Change(LinkKind.ADDED, new, (), (Piece(ADDED, new.text),), reason)
    before = tuple(olds[link.old] for link in known)
    kind = known[0].kind
    words = JOINT.join(old.text for old in before)
    if kind == LinkKind.SPLIT and len(known) == 1:
        pieces = parts[new.pk]
    else:
        pieces = () if words == new.text else word_diff(words, new.text)
    return Change(kind, new, before, tuple(pieces), reason)


def _removal(old, reason):
    return Change(LinkKind.REMOVED, None, (old,), (Piece(REMOVED, old.text),), reason)


def word_diff(old: str, new: str) -> list[Piece]:
    """The words of both, in reading order: what went stands before what came in its place.

    Where little of the old wording is left, the two wordings stand whole, one after the other.
    """
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if SequenceMatcher(None, _words(before), _words(after), autojunk=False).ratio() < FEW_LEFT:
        return [piece for piece in (Piece(REMOVED, old), Piece(ADDED, new)) if piece.text]
    pieces = []
    for kind, a, b, c, d in _without_crumbs(matcher.get_opcodes(), before):
        if kind == "equal":
            _append(pieces, SAME, before[a:b])
        else:
            _append(pieces, REMOVED, before[a:b])
            _append(pieces, ADDED, after[c:d])
    return pieces


def _words(tokens):
    return [token for token in tokens if token[0].isalnum()]


def _without_crumbs(opcodes, before):
    """Join changes that only white space keeps apart, so that a phrase reads as one change."""
    joined = []
    for code in opcodes:
        kind, a, b, _, d = code
        is_crumb = kind == "equal" and all(token.isspace() for token in before[a:b])
        if joined and (is_crumb or kind != "equal") and joined[-1][0] != "equal":
            last = joined.pop()
            joined.append(("replace", last[1], b, last[3], d))
        else:
            joined.append(code)
    return joined


def _append(pieces, kind, tokens):
    text = "".join(tokens)
    if text:
        pieces.append(Piece(kind, text))
