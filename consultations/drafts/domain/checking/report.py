"""What the check has to say about one draft, grouped for people to work through."""

from dataclasses import dataclass
from itertools import chain, groupby

from consultations.domain.readiness import SUBJECTS, Finding, checks_for
from consultations.drafts.models import DismissedFinding

from .document import of_draft
from .wording import LEAST_WORDS, Measure, hardest_sections


@dataclass(frozen=True)
class Group:
    title: str
    findings: list[Finding]


@dataclass(frozen=True)
class Dismissed:
    finding: Finding
    row: DismissedFinding


@dataclass(frozen=True)
class Report:
    findings: list[Finding]
    dismissed: list[Dismissed]

    @property
    def groups(self) -> list[Group]:
        return [
            Group(SUBJECTS[subject], list(found))
            for subject, found in groupby(self.findings, key=lambda one: one.subject)
        ]

    @property
    def blocking(self) -> int:
        return sum(finding.blocks for finding in self.findings)

    def in_section(self, page: int) -> list[Finding]:
        return [one for one in self.findings if one.place is not None and one.place.page == page]


@dataclass(frozen=True)
class Reading:
    """How hard the whole is to read, and its sections from the hardest to the easiest."""

    whole: Measure
    sections: list


def report_on(draft, *, now=None) -> Report:
    """Everything the check finds in the draft as it would be published now."""
    consultation = draft.consultation.get_latest_revision_as_object()
    rows = {
        row.fingerprint: row
        for row in DismissedFinding.objects.filter(draft=draft).select_related("by")
    }
    found = checks_for(consultation, draft, now)
    return Report(
        [one for one in found if one.blocks or one.fingerprint not in rows],
        [
            Dismissed(one, rows[one.fingerprint])
            for one in found
            if not one.blocks and one.fingerprint in rows
        ],
    )


def reading_of(draft) -> Reading:
    sections = hardest_sections(of_draft(draft))
    whole = Measure(tuple(chain.from_iterable(one.sentences for _, one in sections)))
    return Reading(whole, [pair for pair in sections if pair[1].words >= LEAST_WORDS])
