"""Figures for people, read from the tallies."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import FilteredRelation, Q

from consultations.analysis.enums import COMMENTS, RESPONSES, SHOWN, stance_measure
from consultations.analysis.models import Tally
from consultations.drafts.models import DraftPage, SectionPage
from consultations.moderation.enums import ReviewStatus
from consultations.responses.enums import Stance
from consultations.responses.models import CommentAttachment


@dataclass(frozen=True)
class StanceShare:
    stance: Stance
    count: int
    percent: float


@dataclass(frozen=True)
class SectionResult:
    """How a section was received. `base` is the number of views given, "no view" left out.

    Without a section it is about a consultation that has no draft.
    """

    section: SectionPage | None
    comments: int
    shown: int
    shares: list[StanceShare]
    base: int
    no_view: int


def totals(consultation):
    """The figures of the consultation as a whole, by measure, in one query; 0 for none."""
    tallies = Tally.objects.filter(place=f"consultation:{consultation.pk}").order_by()
    return Counter(dict(tallies.values_list("measure", "count")))


def response_count(consultation):
    return totals(consultation)[RESPONSES]


def response_counts(consultations):
    """Responses by consultation, in one query."""
    tallies = Tally.objects.filter(consultation__in=consultations, measure=RESPONSES)
    return dict(tallies.values_list("consultation_id", "count"))


def shown_by_passage(section_ids, *, draft, is_only=False):
    """How many published comments stand beside each passage of these sections of a version.

    Its own, those on earlier wordings that live on in it, and those an officer put there: from the
    tallies, in two queries. A version that the caller knows to be the only one (`is_only`) has its
    own alone, which is one.
    """
    tallies = Tally.objects.filter(measure=SHOWN, passage__isnull=False, count__gt=0).order_by()
    if is_only:
        return dict(tallies.filter(section__in=section_ids).values_list("passage_id", "count"))
    heirs = FilteredRelation("passage__descendants", condition=Q(passage__descendants__draft=draft))
    standing = tallies.annotate(heir=heirs).filter(
        Q(section__in=section_ids) | Q(heir__passage__section__in=section_ids)
    )
    counts = Counter()
    for passage, heir, count in standing.values_list("passage_id", "heir__passage_id", "count"):
        counts[heir or passage] += count
    _count_attached(counts, section_ids, draft)
    return {passage: count for passage, count in counts.items() if count > 0}


def _count_attached(counts, section_ids, draft):
    """Count what officers put elsewhere where they put it, and no longer where it came from."""
    put = CommentAttachment.objects.filter(passage__section__in=draft.sections()).annotate(
        heir=FilteredRelation(
            "comment__passage__descendants",
            condition=Q(comment__passage__descendants__draft=draft),
        )
    )
    rows = put.values_list(
        "passage_id", "passage__section_id", "heir__passage_id", "comment__review__status"
    )
    for passage, section, heir, status in rows:
        if status != ReviewStatus.PUBLISHED:  # few rows, and a filter would begin from all comments
            continue
        if section in section_ids:
            counts[passage] += 1
        if heir in counts:
            counts[heir] -= 1


@dataclass(frozen=True)
class VersionResult:
    """How one version of the draft was received, a result for each section."""

    draft: DraftPage
    sections: list[SectionResult]

    @property
    def comments(self):
        return sum(result.comments for result in self.sections)


def version_results(consultation):
    """The newest version, and those before it that somebody commented on, newest first.

    Each is counted as it was read: a stance was taken on words that a later version may not have.
    Front matter is left out. In three queries.
    """
    drafts = DraftPage.objects.live().child_of(consultation).order_by("-frozen_at", "-pk")
    sections = SectionPage.objects.live().descendant_of(consultation).order_by("path")
    sections = list(sections.filter(is_front_matter=False))
    counts = _counts_of(sections)
    found = [
        VersionResult(
            draft,
            [_result(one, counts[one.pk]) for one in sections if one.path.startswith(draft.path)],
        )
        for draft in drafts
    ]
    return found[:1] + [version for version in found[1:] if version.comments]


def _counts_of(sections):
    """The tallies of these sections, by section and measure."""
    counts = {section.pk: {} for section in sections}
    tallies = Tally.objects.filter(section__in=list(counts), passage__isnull=True)
    for section_id, measure, count in tallies.values_list("section_id", "measure", "count"):
        counts[section_id][measure] = count
    return counts


def whole_result(consultation):
    """How the consultation itself was received, in one query; for one without a draft."""
    return _result(None, totals(consultation))


def _result(section, counts):
    views = [stance for stance in Stance if stance != Stance.NO_VIEW]
    base = sum(counts.get(stance_measure(stance), 0) for stance in views)
    return SectionResult(
        section=section,
        comments=counts.get(COMMENTS, 0),
        shown=counts.get(SHOWN, 0),
        shares=[_share(stance, counts.get(stance_measure(stance), 0), base) for stance in views],
        base=base,
        no_view=counts.get(stance_measure(Stance.NO_VIEW), 0),
    )


def _share(stance, count, base):
    return StanceShare(stance, count, 100 * count / base if base else 0)
