"""Who is missing: who answered so far beside a baseline, in words that chance is not read into.

Somebody is heard too little when fewer than four in five of those answered whom the baseline leads
one to expect, and by more than chance alone would do (two standard deviations of a draw). Below
twenty answers, or where fewer than five are to be expected, nothing is said. Groups of people come
from the equality records, where no number below ten is shown (`analysis.domain.impact`).
"""

from collections import Counter
from dataclasses import dataclass
from math import sqrt

from django.db.models import Count, Sum

from consultations.analysis.domain.baselines import choices
from consultations.analysis.domain.impact import LEAST, rounded, shown_groups
from consultations.analysis.enums import Presence, Slice
from consultations.analysis.models import Baseline
from consultations.responses.domain.characteristics import PREFER_NOT
from consultations.responses.enums import Capacity, QuestionKind
from consultations.responses.models import AnswerChoice, Comment, EqualityRecord, Response
from people.domain.areas import areas_above
from people.models import Area

ENOUGH_ANSWERS = 20
ENOUGH_EXPECTED = 5
PARITY = 0.8
CHANCE = 2  # standard deviations
UNITS = {
    Slice.AREA: "answers that name a ward",
    Slice.KIND: "organisations",
    Slice.GROUP: "people who told us",
}


@dataclass(frozen=True)
class Seen:
    """How many of one slice answered. `by_key` has None for what is not shown; `give` is by how
    much a number may be too low, since it was rounded down."""

    by_key: dict
    base: int
    give: int = 0


@dataclass(frozen=True)
class Row:
    """One line of the baseline beside what came in; `seen` is None where it is not shown."""

    baseline: Baseline
    label: str
    seen: int | None
    base: int
    expected: int
    presence: Presence

    @property
    def unit(self):
        return UNITS[self.baseline.slice]


def who_is_missing(consultation):
    """{slice: its rows, those heard too little first}, in a fixed number of queries."""
    names = choices()
    baselines = list(consultation.baselines.all())
    asked = {row.slice for row in baselines}
    found = {}
    for slice in (one for one in Slice if one in asked):
        mine = [row for row in baselines if row.slice == slice]
        seen = _SEEN[slice](consultation, mine)
        rows = [_row(row, names[slice].get(row.key, row.key), seen[row.key]) for row in mine]
        found[slice] = sorted(rows, key=lambda row: (ORDER.index(row.presence), row.label))
    return found


ORDER = list(Presence)


def _row(baseline, label, seen):
    expected = seen.base * float(baseline.share) / 100
    count = seen.by_key.get(baseline.key, 0)
    return Row(baseline, label, count, seen.base, round(expected), judge(count, seen, expected))


def judge(count, seen, expected):
    """How far this many were heard, of so many, beside so many expected."""
    if seen.base < ENOUGH_ANSWERS or expected < ENOUGH_EXPECTED:
        return Presence.TOO_FEW
    if count is None:
        return Presence.NOT_SHOWN
    chance = CHANCE * sqrt(expected * (1 - expected / seen.base))
    most = count + seen.give
    if most < PARITY * expected and expected - most > chance:
        return Presence.TOO_LITTLE
    if count > expected / PARITY and count - expected > chance:
        return Presence.MORE
    return Presence.AS_EXPECTED


def _by_area(consultation, baselines):
    """Responses by the ward their author named, a larger area with all that lies in it.

    Somebody elected speaks for a place and is no resident of it here.
    """
    comments = Comment.objects.filter(consultation=consultation).counted()
    picked = (
        AnswerChoice.objects.filter(
            answer__comment__in=comments.exclude(response__capacity=Capacity.COUNCILLOR),
            answer__question__kind=QuestionKind.POSTCODE,
        )
        .order_by()
        .values_list("option")
        .annotate(n=Count("answer__comment__response", distinct=True))
    )
    above = dict(Area.objects.order_by().values_list("pk", "parent_id"))
    counts, base = Counter(), 0
    for option, n in picked:
        base += n
        for pk in areas_above(int(option), above):
            counts[str(pk)] += n
    return {row.key: Seen(counts, base) for row in baselines}


def _by_kind(consultation, baselines):
    """Different organisations, each once however often it answered."""
    rows = Response.objects.filter(consultation=consultation, capacity=Capacity.GROUP).counted()
    counts = dict(
        rows.order_by()
        .values_list("organisation__kind")
        .annotate(n=Count("organisation", distinct=True))
    )
    return {row.key: Seen(counts, sum(counts.values())) for row in baselines}


def _by_group(consultation, baselines):
    """People by what they said about themselves, never a number below ten."""
    records = EqualityRecord.objects.filter(consultation=consultation, question_key="")
    counts = {}
    rows = records.order_by().values_list("characteristic", "group").annotate(n=Sum("number"))
    for characteristic, group, n in rows:
        counts.setdefault(characteristic, {})[group] = n
    found = {}
    for baseline in baselines:
        characteristic, group = baseline.key.split(":")
        groups = counts.get(characteristic, {})
        shown = shown_groups(groups)
        count = rounded(groups[group]) if group in shown else None
        base = sum(n for key, n in groups.items() if key != PREFER_NOT)
        found[baseline.key] = Seen({baseline.key: count}, rounded(base), give=LEAST - 1)
    return found


_SEEN = {Slice.AREA: _by_area, Slice.KIND: _by_kind, Slice.GROUP: _by_group}
