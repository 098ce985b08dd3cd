"""What changed between two published versions, passage by passage and word by word."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from consultations.drafts.domain.lineage import passages_of_version, version_before
from consultations.drafts.enums import LinkKind
from consultations.drafts.models import Ancestor, PassageLink, SectionPage

TOKEN = re.compile(r"\w+(?:[’'-]\w+)*|[^\w\s]|\s+")
SAME, ADDED, REMOVED = "same", "added", "removed"
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

    `olds` has several passages where they were merged, `is_part` marks one part of a split one.
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
    news = _with_sections(newer)
    links = _links(older, newer)
    before = defaultdict(list)
    for old_id, new_id, kind, reason in links:
        before[new_id].append((olds.get(old_id), kind, reason))
    sections = _grouped(news, lambda new: _change(new, before[new.pk]))
    gone = {old_id: reason for old_id, new_id, _, reason in links if new_id is None}
    living = {old_id for old_id, new_id, *_ in links if new_id is not None}
    removed = [old for old in olds.values() if old.pk not in living]
    return Comparison(sections, _grouped(removed, lambda old: _removal(old, gone.get(old.pk, ""))))


def _with_sections(draft):
    sections = {section.pk: section for section in draft.sections()}
    found = list(passages_of_version(draft))
    for passage in found:
        passage.section = sections[passage.section_id]
    return found


def _links(older, newer):
    """(old, new, kind, reason), by the links of neighbours, or by what lives on over several."""
    before = version_before(newer)
    if before is not None and before.pk == older.pk:
        rows = PassageLink.objects.filter(draft=newer).order_by("pk")
        return list(rows.values_list("old", "new", "kind", "reason"))
    rows = Ancestor.objects.filter(draft=newer, earlier__section__in=older.sections())
    return [
        (earlier, new, LinkKind.EDITED if is_changed else LinkKind.SAME, "")
        for earlier, new, is_changed in rows.values_list("earlier", "passage", "is_changed")
    ]


def _grouped(passages, make):
    groups = {}
    for passage in passages:
        group = groups.setdefault(passage.section_id, SectionChanges(passage.section))
        group.changes.append(make(passage))
    return list(groups.values())


def _change(new, found):
    known = [(old, kind) for old, kind, _ in found if old is not None]
    reason = next((reason for *_, reason in found if reason), "")
    if not known:
        return Change(LinkKind.ADDED, new, (), (Piece(ADDED, new.text),), reason)
    olds = tuple(old for old, _ in known)
    kind = LinkKind(known[0][1])
    words = "\n".join(old.text for old in olds)
    pieces = () if words == new.text else tuple(word_diff(words, new.text))
    if kind == LinkKind.SPLIT:  # what this part lacks stands in another part, and is not gone
        pieces = tuple(piece for piece in pieces if piece.kind != REMOVED)
    return Change(kind, new, olds, pieces, reason)


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
