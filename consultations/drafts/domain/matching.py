"""What became of each passage of one version in the next: pure, and the same every time.

Ids first, since an editor who changes a block keeps its id; then the words. Two texts are compared
by the runs of three words they share: what holds most of another's runs contains it, whatever
stands around it. Thresholds were set on the draft strategy and checked on hand-judged pairs
(tests/consultations/drafts/domain/test_matching.py).
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from itertools import chain

from rapidfuzz import fuzz

from consultations.drafts.enums import LinkKind

RUN = 3  # words
CONTAINS = 0.6  # of the shorter text's runs, and of a very short one's all
AT_LEAST = 8  # runs
ALIKE = 60  # rapidfuzz.fuzz.ratio of the words, 0 to 100
NEARLY_EQUAL = 90  # so that a heading is not taken for a part of a paragraph that names it
MARKS = ".,;:!?()“”‘’\"'"
NEAR = 12  # passages compared with one that was reworded
SHORT = 6  # words: below this a text is compared word by word


@dataclass(frozen=True)
class Text:
    """One passage, as much of it as matching needs. `key` is whatever tells it from all others.

    `section` names its section in its own version; texts come in the order they are read in.
    """

    key: int
    block_id: str
    section: int
    text: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        stripped = (part.strip(MARKS).casefold() for part in self.text.split())
        return tuple(word for word in stripped if word)

    @cached_property
    def runs(self) -> frozenset:
        if len(self.words) < SHORT:
            return frozenset(self.words)
        return frozenset(zip(*(self.words[start:] for start in range(RUN)), strict=False))


@dataclass(frozen=True)
class Match:
    """`old` is None for what was added, `new` for what was removed; both are keys."""

    old: int | None
    new: int | None
    kind: LinkKind


def match(olds: Sequence[Text], news: Sequence[Text]) -> list[Match]:
    """A match for every passage on either side, in the order of the new version, removed ones last.

    A passage that was split has several matches, and so has one that others were merged into.
    """
    pairs = _Pairs(olds, news)
    pairs.join_by_id()
    pairs.join_equal_words()
    pairs.join_alike(least=NEARLY_EQUAL)
    pairs.join_parts()
    pairs.join_alike(least=ALIKE)
    return pairs.matches()


def match_as_joined(
    olds: Sequence[Text], news: Sequence[Text], joined: Iterable[tuple[int, int]]
) -> list[Match]:
    """The matches when people have said what became of what: `joined` are pairs of keys."""
    pairs = _Pairs(olds, news)
    for old, new in joined:
        pairs.join(pairs.olds[old], pairs.news[new])
    return pairs.matches()


def match_as_planned(
    olds: Sequence[Text], news: Sequence[Text], planned: dict[int, Iterable[str]]
) -> list[Match]:
    """As `match`, but where an editor said before to which blocks a passage goes, it goes there.

    `planned` holds block ids by the key of the old passage, none for a removed one. Where all the
    blocks that were named have been deleted since, the passage is matched like any other.
    """
    at = {}
    for new in news:
        at.setdefault(new.block_id, new.key)
    goes = {
        old: [at[block] for block in blocks if block in at]
        for old, blocks in planned.items()
        if not blocks or any(block in at for block in blocks)
    }
    found = [(one.old, one.new) for one in match(olds, news)]
    joined = [(old, new) for old, new in found if None not in (old, new) and old not in goes]
    joined += [(old, new) for old, places in goes.items() for new in dict.fromkeys(places)]
    return match_as_joined(olds, news, joined)


class _Pairs:
    """The joins found so far; each step only looks at what no earlier one has joined."""

    def __init__(self, olds, news):
        self.olds = {old.key: old for old in olds}
        self.news = {new.key: new for new in news}
        self.order = {new.key: place for place, new in enumerate(news)}
        self.joined: list[tuple[int, int]] = []
        self.old_done: set[int] = set()
        self.new_done: set[int] = set()

    def join(self, old: Text, new: Text):
        self.joined.append((old.key, new.key))
        self.old_done.add(old.key)
        self.new_done.add(new.key)

    def open_olds(self) -> list[Text]:
        return [old for key, old in self.olds.items() if key not in self.old_done]

    def open_news(self) -> list[Text]:
        return [new for key, new in self.news.items() if key not in self.new_done]

    def join_by_id(self):
        """An id that stands twice, as in a section that was copied, counts where it stands first.

        An id is not believed where all its words were replaced and the old ones stand elsewhere,
        as when an editor pastes two passages the other way round.
        """
        by_id = {}
        for new in self.news.values():
            by_id.setdefault(new.block_id, new)
        standing = {new.words for new in self.news.values() if len(new.words) >= SHORT}
        for old in self.olds.values():
            new = by_id.get(old.block_id)
            if new and (old.words not in standing or old.runs & new.runs):
                self.join(old, new)

    def join_equal_words(self):
        """The same words under another id; of several, in the order they stand in."""
        waiting = defaultdict(list)
        for new in self.open_news():
            waiting[new.words].append(new)
        for old in self.open_olds():
            if old.words and waiting[old.words]:
                self.join(old, waiting[old.words].pop(0))

    def join_parts(self):
        """What is left of a passage that was split, and what went into a larger one.

        A part may come from, or go into, a passage that is joined already: that is what splitting
        and merging are. Words that such a passage has on both sides of its join came from there:
        a heading that was taken out did not go into a paragraph that names it as before.
        """
        told = self._told(olds=True)
        for new, old in _containing(self.open_news(), list(self.olds.values()), told):
            self.join(old, new)
        told = self._told(olds=False)
        for old, new in _containing(self.open_olds(), list(self.news.values()), told):
            self.join(old, new)

    def _told(self, *, olds: bool) -> dict[int, set]:
        """For each old passage, or each new one, the runs of what it is joined with."""
        told = defaultdict(set)
        for old, new in self.joined:
            if olds:
                told[old] |= self.news[new].runs
            else:
                told[new] |= self.olds[old].runs
        return told

    def join_alike(self, *, least):
        """Reworded passages, the most alike first; of equals, those that stand nearest."""
        places = {old.key: place for place, old in enumerate(self.olds.values())}
        found = []
        for old, new in _sharing_words(self.open_olds(), self.open_news()):
            likeness = fuzz.ratio(old.words, new.words, score_cutoff=least)
            if likeness:
                distance = abs(places[old.key] - self.order[new.key])
                found.append((-likeness, distance, old.key, new.key))
        for _, _, old, new in sorted(found):
            if old not in self.old_done and new not in self.new_done:
                self.join(self.olds[old], self.news[new])

    def matches(self) -> list[Match]:
        moved = _moved(self.joined, self.olds, self.news, self.order)
        from_old = Counter(old for old, _ in self.joined)
        into_new = Counter(new for _, new in self.joined)
        found = [
            Match(old, new, self._kind(old, new, from_old, into_new, moved))
            for old, new in self.joined
        ]
        found += [Match(None, new.key, LinkKind.ADDED) for new in self.open_news()]
        found.sort(key=lambda one: self.order[one.new])
        return found + [Match(old.key, None, LinkKind.REMOVED) for old in self.open_olds()]

    def _kind(self, old, new, from_old, into_new, moved):
        if from_old[old] > 1:
            return LinkKind.SPLIT
        if into_new[new] > 1:
            return LinkKind.MERGED
        if self.olds[old].text != self.news[new].text:
            return LinkKind.EDITED
        return LinkKind.MOVED if (old, new) in moved else LinkKind.SAME


def _containing(
    parts: Iterable[Text], wholes: list[Text], told: dict[int, set]
) -> list[tuple[Text, Text]]:
    """Each part with the whole that holds most of it, where one holds enough.

    `told` are the runs of a whole, by its key, of which it is known where they come from or went.
    """
    index = defaultdict(list)
    for place, whole in enumerate(wholes):
        if len(whole.words) >= SHORT:
            for run in whole.runs - told.get(whole.key, set()):
                index[run].append(place)
    found = []
    for part in parts:
        if len(part.words) < SHORT:
            continue
        shared = Counter(place for run in part.runs for place in index.get(run, ()))
        if not shared:
            continue
        best, count = max(shared.items(), key=lambda item: (item[1], -item[0]))
        is_larger = len(wholes[best].words) > len(part.words)
        needed = max(CONTAINS * len(part.runs), min(AT_LEAST, len(part.runs)))
        if is_larger and count >= needed:
            found.append((part, wholes[best]))
    return found


def _sharing_words(olds: list[Text], news: list[Text]):
    """Pairs worth comparing: for each passage those few that share most of its rarer words."""
    index = defaultdict(list)
    for place, new in enumerate(news):
        for word in set(new.words):
            index[word].append(place)
    common = max(20, len(news) // 10)
    for old in olds:
        rarer = (index[word] for word in set(old.words) & index.keys())
        shared = Counter(chain.from_iterable(places for places in rarer if len(places) <= common))
        for place in nsmallest(NEAR, shared, key=lambda place: (-shared[place], place)):
            yield old, news[place]


def _moved(joined, olds, news, order) -> set[tuple[int, int]]:
    """Pairs that stand in another section than their neighbours, or out of their old order."""
    sections = defaultdict(Counter)
    for old, new in joined:
        sections[olds[old].section][news[new].section] += 1
    home = {section: counts.most_common(1)[0][0] for section, counts in sections.items()}
    place = {key: number for number, key in enumerate(olds)}
    in_order = sorted(joined, key=lambda pair: (place[pair[0]], order[pair[1]]))
    kept = _longest_rising([order[new] for _, new in in_order])
    return {
        pair
        for number, pair in enumerate(in_order)
        if number not in kept or news[pair[1]].section != home[olds[pair[0]].section]
    }


def _longest_rising(values: Sequence[int]) -> set[int]:
    """The positions of a longest rising run of these values (patience sorting)."""
    tails, at, before = [], [], []
    for position, value in enumerate(values):
        length = bisect_left(tails, value)
        if length == len(tails):
            tails.append(value)
            at.append(position)
        else:
            tails[length] = value
            at[length] = position
        before.append(at[length - 1] if length else -1)
    kept, position = set(), at[-1] if at else -1
    while position >= 0:
        kept.add(position)
        position = before[position]
    return kept
