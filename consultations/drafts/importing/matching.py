"""Which passage of a corrected file is which passage of the draft: by its words, then by likeness.

Both sides are told as `Words`. What is the same in both, in the same order, is matched first; then
what is the same and has moved; then, between two matches, what is alike and in order.
"""

from collections import defaultdict, deque
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

ALIKE = 60  # per cent; below it two passages have little more than small words in common
FARTHEST = 25  # how many passages may have been taken out before one that was only edited


@dataclass(frozen=True)
class Words:
    """What a passage says, told alike whether it comes from a page or from an outline."""

    kind: str
    marker: str
    text: str
    links: tuple[str, ...] = ()


@dataclass(frozen=True)
class Match:
    """The place of an old passage, and whether the new one says the same."""

    old: int
    is_same: bool


def match(old: list[Words], new: list[Words]) -> dict[int, Match]:
    """For each place in `new` that was there before: where, and whether it is the same."""
    in_place = _in_place(old, new)
    found = {place: Match(was, True) for place, was in in_place.items()}
    found |= _moved(old, new, found)
    taken = {one.old for one in found.values()}
    anchors = [(-1, -1), *sorted(in_place.items()), (len(new), len(old))]
    for (new_start, old_start), (new_end, old_end) in pairwise(anchors):
        olds = [was for was in range(old_start + 1, old_end) if was not in taken]
        news = [place for place in range(new_start + 1, new_end) if place not in found]
        found |= _alike(old, new, olds, news)
    return found


def _in_place(old, new):
    """The longest run of passages that are the same in both, in the same order."""
    return {
        place.dest_start + step: place.src_start + step
        for place in LCSseq.opcodes(old, new)
        if place.tag == "equal"
        for step in range(place.src_end - place.src_start)
    }


def _moved(old, new, found):
    """The same passage, elsewhere."""
    taken = {one.old for one in found.values()}
    left = defaultdict(deque)
    for was, words in enumerate(old):
        if was not in taken:
            left[words].append(was)
    return {
        place: Match(left[words].popleft(), True)
        for place, words in enumerate(new)
        if place not in found and left[words]
    }


def _alike(old, new, olds, news):
    """The likest of the next few, and from there on."""
    found, start = {}, 0
    for place in news:
        best, best_score = None, ALIKE
        for at in range(start, min(start + FARTHEST, len(olds))):
            score = fuzz.ratio(old[olds[at]].text, new[place].text, score_cutoff=best_score)
            if score > best_score or (score and best is None):
                best, best_score = at, score
        if best is not None:
            found[place] = Match(olds[best], False)
            start = best + 1
    return found
