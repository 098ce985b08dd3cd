"""What has been heard so far, section by section, from the tallies: for the Board's eyes only."""

from dataclasses import dataclass

from consultations.analysis.enums import COMMENTS, SHOWN, stance_measure
from consultations.analysis.models import Tally
from consultations.drafts.models import SectionPage
from consultations.responses.enums import Stance

AGREE = (Stance.STRONGLY_AGREE, Stance.AGREE)
DISAGREE = (Stance.DISAGREE, Stance.STRONGLY_DISAGREE)
OTHER = (Stance.NEITHER, Stance.NO_VIEW)


@dataclass(frozen=True)
class Heard:
    title: str
    comments: int
    shown: int
    agree: int
    disagree: int
    other: int


def by_section(consultation):
    """Each section about which something was said, in the order of the drafts."""
    rows = Tally.objects.filter(
        consultation=consultation, section__isnull=False, passage__isnull=True
    )
    counts = {}
    for section, measure, count in rows.values_list("section", "measure", "count"):
        counts.setdefault(section, {})[measure] = count
    sections = SectionPage.objects.filter(pk__in=counts).order_by("path").values_list("pk", "title")
    return [_heard(title, counts[pk]) for pk, title in sections if counts[pk].get(COMMENTS)]


def _heard(title, counts):
    def total(stances):
        return sum(counts.get(stance_measure(stance), 0) for stance in stances)

    return Heard(
        title=title,
        comments=counts[COMMENTS],
        shown=counts.get(SHOWN, 0),
        agree=total(AGREE),
        disagree=total(DISAGREE),
        other=total(OTHER),
    )
