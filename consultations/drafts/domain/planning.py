"""What will become of each passage when the next version is published: looked at, and corrected,
before anybody else sees it."""

from dataclasses import dataclass, replace
from uuid import UUID

from django.db import transaction

from consultations.drafts.domain.lineage import passages_of_version, text_of, version_before
from consultations.drafts.domain.matching import match_as_planned
from consultations.drafts.enums import LinkKind
from consultations.drafts.models import DraftPage, FrozenDraft, LinkPlan, Passage
from consultations.drafts.models.freezing import numbered, passages_of
from records.domain.log import record


class NothingBefore(Exception):
    """The first version follows none, so there is nothing that its passages came from."""


@dataclass(frozen=True)
class PlannedLine:
    """One published passage and what it becomes; or one passage that is new, with `old` None.

    `news` are passages as they would be frozen now; they are not stored.
    """

    old: Passage | None
    news: tuple[Passage, ...]
    link_kind: LinkKind
    reason: str = ""

    @property
    def name(self):
        return self.old.pk if self.old else f"new-{self.news[0].block_id}"

    @property
    def kind(self):
        return self.link_kind.label


@dataclass(frozen=True)
class Planned:
    """What an officer says of one line; `news` is None where it stays as it was proposed."""

    line: PlannedLine
    news: tuple[Passage, ...] | None
    reason: str


def passages_as_written(draft):
    """The passages of an unpublished version as they would be frozen now, not stored."""
    return [passage for section in numbered(draft.sections()) for passage in passages_of(section)]


def planned_lines(draft):
    """A line for every published passage, in its order, and then for every new one."""
    before = version_before(draft)
    if before is None or draft.is_frozen:
        raise NothingBefore
    olds = {old.pk: old for old in passages_of_version(before)}
    news = dict(enumerate(passages_as_written(draft)))
    plans = list(LinkPlan.objects.filter(draft=draft))
    about = {plan.old_id: plan for plan in plans if plan.old_id}
    reasons = {plan.old_id or str(plan.block_id): plan.reason for plan in plans}
    found = match_as_planned(
        [text_of(old) for old in olds.values()],
        [replace(text_of(new), key=key) for key, new in news.items()],
        {old: plan.goes_to for old, plan in about.items() if plan.goes_to is not None},
    )
    lines = {}
    for one in found:
        new = () if one.new is None else (news[one.new],)
        key = one.old or str(new[0].block_id)
        line = lines.get(key) or PlannedLine(olds.get(one.old), (), one.kind, reasons.get(key, ""))
        lines[key] = replace(line, news=line.news + new)
    known = [lines[old] for old in olds]
    return known + [line for line in lines.values() if line.old is None]


@transaction.atomic
def plan(*, draft, said, by, at):
    """Keep what an officer says of these lines until the version is published.

    Raises FrozenDraft when it has been published meanwhile: then links are corrected instead.
    """
    if DraftPage.objects.select_for_update().get(pk=draft.pk).is_frozen:
        raise FrozenDraft
    for one in said:
        old = one.line.old
        about = {"old": old} if old else {"block_id": UUID(str(one.line.news[0].block_id))}
        given = {"reason": one.reason, "by": by, "at": at}
        if old and one.news is not None:
            given["goes_to"] = [str(new.block_id) for new in one.news]
        LinkPlan.objects.update_or_create(draft=draft, **about, defaults=given)
    record(
        action="passage.link_planned",
        subjects=[f"draft:{draft.pk}"],
        at=at,
        consultation_id=draft.get_parent().pk,
        by=by,
    )
