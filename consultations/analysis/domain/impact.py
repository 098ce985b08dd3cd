"""How groups of people answered, for officers: from the equality records, none of them small.

A group with fewer than ten is not shown, nor is a number below ten. Where one number or one group
alone would be left out, the next smallest goes with it, so that it cannot be worked out from the
others; and how many there were is given rounded down to ten.
"""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Sum

from consultations.responses.domain.answers import choosable
from consultations.responses.domain.characteristics import CHARACTERISTICS
from consultations.responses.enums import Stance
from consultations.responses.models import EqualityRecord, Question

LEAST = 10


@dataclass(frozen=True)
class GroupRow:
    """One group's answers: a number for each option, or None where it is not shown."""

    group: str
    base: int
    counts: list[int | None]


@dataclass(frozen=True)
class GroupTable:
    """One characteristic beside one question, in its section. `left_out` counts groups."""

    characteristic: str
    options: list[str]
    rows: list[GroupRow]
    left_out: int


def who_took_part(consultation):
    """(characteristic, [(group, how many, rounded down to ten)], groups left out)."""
    rows = EqualityRecord.objects.filter(consultation=consultation, question_key="")
    counts = Counter(
        {(row[0], row[1]): row[2] for row in _counted(rows, "characteristic", "group")}
    )
    found = []
    for one in CHARACTERISTICS:
        of_group = {key: counts[one.key, key] for key in one.names if counts[one.key, key]}
        shown = shown_groups(of_group)
        if shown:
            groups = [(one.names[key], rounded(of_group[key])) for key in one.names if key in shown]
            found.append((one.name, groups, len(of_group) - len(shown)))
    return found


def questions_with_records(consultation):
    """(section id or None, key, meaning, label) of every question there are records about."""
    rows = EqualityRecord.objects.filter(consultation=consultation, option="").exclude(
        question_key=""
    )
    found = rows.order_by("section", "question_key", "meaning").values_list(
        "section", "section__title", "question_key", "meaning"
    )
    found = list(found.distinct())
    asked = {
        (question.key.hex, question.meaning): question
        for question in Question.objects.filter(key__in={row[2] for row in found}).order_by(
            "version__number"
        )
    }
    return [(section, title, asked[key, meaning]) for section, title, key, meaning in found]


def impact_by_group(consultation, *, question, section=None):
    """A table for each characteristic with two groups or more to show, in one query."""
    records = EqualityRecord.objects.filter(
        consultation=consultation,
        section=section,
        question_key=question.key.hex,
        meaning=question.meaning,
    )
    counts = Counter(
        {row[:3]: row[3] for row in _counted(records, "characteristic", "group", "option")}
    )
    options = (
        [(stance.value, stance.label) for stance in Stance]
        if question.kind == "stance"
        else choosable(question)
    )
    tables = [_table(one, options, counts) for one in CHARACTERISTICS]
    return [table for table in tables if len(table.rows) > 1]


def _counted(records, *names):
    return records.order_by().values_list(*names).annotate(Sum("number"))


def _table(one, options, counts):
    bases = {key: counts[one.key, key, ""] for key in one.names if counts[one.key, key, ""]}
    shown = shown_groups(bases)
    rows = [
        GroupRow(
            group=one.names[key],
            base=rounded(bases[key]),
            counts=shown_counts([counts[one.key, key, option] for option, _ in options]),
        )
        for key in one.names
        if key in shown
    ]
    return GroupTable(one.name, [label for _, label in options], rows, len(bases) - len(shown))


def shown_groups(bases):
    """The groups with ten or more; never all but one of them."""
    shown = {key for key, base in bases.items() if base >= LEAST}
    if len(bases) - len(shown) == 1 and shown:
        shown.remove(min(shown, key=lambda key: (bases[key], key)))
    return shown


def shown_counts(counts):
    """Each count of ten or more, and None for the others; never for exactly one that is not 0."""
    kept = [count if count >= LEAST else None for count in counts]
    hidden = [count for count, shown in zip(counts, kept, strict=True) if shown is None and count]
    left = [number for number, count in enumerate(kept) if count is not None]
    if len(hidden) == 1 and left:
        kept[min(left, key=lambda number: counts[number])] = None
    return kept


def rounded(count):
    """Down to ten, so that two figures of one group taken together give nobody away."""
    return count // LEAST * LEAST
