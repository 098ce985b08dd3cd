"""Who is missing from a consultation, and which method of the toolkit could still reach them."""

from dataclasses import dataclass
from datetime import timedelta

from consultations.analysis.enums import Presence, Slice
from toolkit.domain.finder import Finding, Needs, find
from toolkit.domain.learning import measured_all
from toolkit.domain.methods import facts_of
from toolkit.enums import Audience, Mode
from toolkit.models import MethodPage

FIRST_FEW = 3
WEEK = timedelta(days=7)
# Not shown is fewer than ten, or kept back with such a group: from here on that is too little.
MANY_EXPECTED = 20
GOES_TO_PEOPLE = {Mode.OUTREACH, Mode.POST}

# Whom the toolkit's methods are known to reach, by what a baseline is about. What says nothing
# about how people can be reached is left out.
AUDIENCES = {
    (Slice.KIND, "voluntary"): Audience.SMALL_GROUPS,
    (Slice.KIND, "forum"): Audience.SMALL_GROUPS,
    (Slice.KIND, "faith"): Audience.FAITH,
    (Slice.KIND, "public"): Audience.COMMISSIONERS,
    (Slice.KIND, "business"): Audience.BUSINESSES,
    (Slice.GROUP, "age:under_16"): Audience.YOUNG,
    (Slice.GROUP, "age:16_24"): Audience.YOUNG,
    (Slice.GROUP, "age:65_74"): Audience.OLDER,
    (Slice.GROUP, "age:75_over"): Audience.OLDER,
    (Slice.GROUP, "disability:reduces_much"): Audience.DISABLED,
    (Slice.GROUP, "disability:reduces_little"): Audience.DISABLED,
    (Slice.GROUP, "carer:yes"): Audience.CARERS,
    (Slice.GROUP, "pregnancy:yes"): Audience.PARENTS,
}


@dataclass(frozen=True)
class NextMethod:
    """A method that fits what is left of time and money, and whom of the missing it reaches."""

    page: MethodPage
    finding: Finding
    reaches: tuple[str, ...]


def weeks_left(consultation, *, now):
    """Whole weeks until it closes; None where it never does."""
    return max(0, (consultation.closes_at - now) // WEEK) if consultation.closes_at else None


def missing_rows(by_slice):
    """The lines of a baseline about people who are heard too little, or too few to be shown."""
    return [
        row
        for rows in by_slice.values()
        for row in rows
        if row.presence == Presence.TOO_LITTLE
        or (row.presence == Presence.NOT_SHOWN and row.expected >= MANY_EXPECTED)
    ]


def next_methods(rows, *, level, weeks, money=None):
    """The best three methods for these people, by the finder's own rules.

    Someone missing by where they live is reached by what goes to people or into every house.
    """
    audiences = {AUDIENCES[key] for row in rows if (key := _key(row)) in AUDIENCES}
    areas = [row.label for row in rows if row.baseline.slice == Slice.AREA]
    if not (audiences or areas):
        return []
    pages = {page.pk: page for page in MethodPage.objects.listed()}
    measured = measured_all(pages.values())
    findings = find(
        [facts_of(page, measured[key]) for key, page in pages.items()],
        Needs(level=level, weeks=weeks, money=money, audiences=frozenset(audiences)),
        good_uses={key: each.again for key, each in measured.items()},
    )
    found = (
        NextMethod(pages[one.method.key], one, _reached(one.method, audiences, areas))
        for one in findings
        if one.is_possible
    )
    return [one for one in found if one.reaches][:FIRST_FEW]


def _key(row):
    return Slice(row.baseline.slice), row.baseline.key


def _reached(method, audiences, areas):
    heard = [one.label for one in Audience if one in method.hears & audiences]
    if areas and method.hears and method.modes & GOES_TO_PEOPLE:
        heard += areas
    return tuple(heard)
