"""How the passages of a consultation's versions hang together: written at publishing, corrected by
people, and what is derived from it."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from consultations.drafts.domain.matching import Text, match_as_joined, match_as_planned
from consultations.drafts.enums import LinkKind
from consultations.drafts.models import (
    Ancestor,
    DraftPage,
    LinkPlan,
    Passage,
    PassageLink,
    SectionAncestor,
)
from pages.caching import pages_changed
from records.domain.log import record

CHANGED = {LinkKind.EDITED, LinkKind.SPLIT, LinkKind.MERGED}


class NotInTheseVersions(Exception):
    """The passage belongs to another version or another consultation."""


def published_versions(consultation):
    """The published versions of a consultation's draft, the oldest first."""
    return (
        DraftPage.objects.child_of(consultation)
        .filter(frozen_at__isnull=False)
        .order_by("frozen_at", "pk")
    )


def version_before(draft):
    """The published version that this one follows, or None."""
    versions = published_versions(draft.get_parent()).exclude(pk=draft.pk)
    if draft.frozen_at:
        versions = versions.filter(frozen_at__lte=draft.frozen_at)
    return versions.last()


def link_to_version_before(*, draft, passages):
    """Write what became of each passage of the version before, inside the freezing transaction.

    What an editor planned stands over what the words suggest.
    """
    before = version_before(draft)
    if before is None:
        return
    plans = list(LinkPlan.objects.filter(draft=draft))
    about = {plan.old_id: plan for plan in plans if plan.old_id}
    added = {plan.block_id: plan for plan in plans if plan.block_id}
    blocks = {passage.pk: passage.block_id for passage in passages}
    found = match_as_planned(
        [text_of(old) for old in passages_of_version(before)],
        [text_of(new) for new in passages],
        {old: plan.goes_to for old, plan in about.items() if plan.goes_to is not None},
    )
    links = []
    for one in found:
        plan = about.get(one.old) if one.old else added.get(UUID(str(blocks[one.new])))
        link = PassageLink(draft=draft, old_id=one.old, new_id=one.new, kind=one.kind)
        if plan:
            link.reason, link.corrected_by, link.corrected_at = plan.reason, plan.by, plan.at
        links.append(link)
    PassageLink.objects.bulk_create(links)
    LinkPlan.objects.filter(draft=draft).delete()
    rebuild(draft=draft)


def passages_of_version(draft):
    return Passage.objects.filter(section__in=draft.sections()).order_by(
        "section__path", "position"
    )


def text_of(passage):
    return Text(passage.pk, str(passage.block_id), passage.section_id, passage.text)


@dataclass(frozen=True)
class Correction:
    """What people say became of `old`: it was split where there are several `news`, removed where
    there is none."""

    old: Passage
    news: tuple[Passage, ...]
    reason: str = ""


def correct_link(*, draft, old, new, by, at, reason=""):
    """Say that `old` became `new` in this version, or, where `new` is None, that it was removed."""
    one = Correction(old, (new,) if new else (), reason)
    correct_links(draft=draft, corrections=[one], by=by, at=at)


@transaction.atomic
def correct_links(*, draft, corrections, by, at):
    """Say what became of these passages in this version, instead of what was said before.

    The kinds follow from the words, those of the neighbours too. Raises NotInTheseVersions.
    """
    olds, news = _both_sides(draft, corrections)
    links = list(PassageLink.objects.select_for_update().filter(draft=draft).order_by("pk"))
    said = {one.old.pk: one for one in corrections}
    joined = [
        (link.old_id, link.new_id)
        for link in links
        if link.old_id and link.new_id and link.old_id not in said
    ]
    joined += [(old, new.pk) for old, one in said.items() for new in dict.fromkeys(one.news)]
    found = match_as_joined(
        [text_of(old) for old in olds.values()], [text_of(new) for new in news.values()], joined
    )
    _write_links(draft, links, found)
    for old, one in said.items():
        PassageLink.objects.filter(draft=draft, old=old).update(
            reason=one.reason, corrected_by=by, corrected_at=at
        )
        _note("passage.link_corrected", one.old, draft, by, at)
    rebuild(draft=draft)
    pages_changed()


def _both_sides(draft, corrections):
    before = version_before(draft)
    if before is None:
        raise NotInTheseVersions
    olds = {passage.pk: passage for passage in passages_of_version(before)}
    news = {passage.pk: passage for passage in passages_of_version(draft)}
    for one in corrections:
        if one.old.pk not in olds or any(new.pk not in news for new in one.news):
            raise NotInTheseVersions
    return olds, news


def _write_links(draft, links, found):
    """Bring the rows in line with what was found: those that say it already stay, others are
    turned round, what is left goes."""
    standing = {(link.old_id, link.new_id): link for link in links}
    spare = defaultdict(list)
    said = {(one.old, one.new) for one in found}
    for ends, link in standing.items():
        if ends not in said:
            spare[link.old_id].append(link)
    changed = []
    for one in found:
        link = standing.get((one.old, one.new))
        if link is None:
            rows = spare[one.old] if one.old else []
            link = rows.pop(0) if rows else PassageLink(draft=draft, old_id=one.old)
        if (link.new_id, link.kind) != (one.new, one.kind):
            link.new_id, link.kind = one.new, one.kind
            changed.append(link)
    left = [link.pk for rows in spare.values() for link in rows]
    PassageLink.objects.filter(pk__in=left).delete()
    for link in changed:
        link.save()


@transaction.atomic
def explain(*, links, reason, by, at):
    """Give these links of one version the reason that everybody reads; "" takes it away."""
    for link in links:
        link.reason = reason
        link.corrected_by, link.corrected_at = by, at
        link.save(update_fields=["reason", "corrected_by", "corrected_at"])
        _note("passage.change_explained", link.old or link.new, link.draft, by, at)
    pages_changed()


def _note(action, passage, draft, by, at):
    record(
        action=action,
        subjects=[f"passage:{passage.pk}"],
        at=at,
        consultation_id=draft.get_parent().pk,
        by=by,
    )


@transaction.atomic
def rebuild(*, draft):
    """Write anew what lives on in this version and in those after it."""
    versions = list(published_versions(draft.get_parent()))
    started = False
    for version in versions:
        started = started or version.pk == draft.pk
        if started:
            _rebuild_one(version)


def _rebuild_one(draft):
    Ancestor.objects.filter(draft=draft).delete()
    SectionAncestor.objects.filter(draft=draft).delete()
    links = _largest_parts(draft)
    further = defaultdict(list)
    for earlier in Ancestor.objects.filter(passage__in=[link.old_id for link in links]):
        further[earlier.passage_id].append(earlier)
    rows = []
    for link in links:
        is_changed = link.kind in CHANGED
        rows.append((link.new_id, link.old_id, is_changed))
        rows += [
            (link.new_id, one.earlier_id, is_changed or one.is_changed)
            for one in further[link.old_id]
        ]
    Ancestor.objects.bulk_create(
        Ancestor(draft=draft, passage_id=passage, earlier_id=earlier, is_changed=is_changed)
        for passage, earlier, is_changed in rows
    )
    _rebuild_sections(draft)


def _largest_parts(draft):
    """One link for each passage that lives on: to the part that holds most of its words."""
    links = PassageLink.objects.filter(draft=draft, old__isnull=False, new__isnull=False)
    chosen = {}
    for link in links.select_related("new").order_by("pk"):
        other = chosen.get(link.old_id)
        if other is None or len(link.new.text) > len(other.new.text):
            chosen[link.old_id] = link
    return list(chosen.values())


def _rebuild_sections(draft):
    went = defaultdict(Counter)
    rows = Ancestor.objects.filter(draft=draft).order_by("pk")
    for earlier, now in rows.values_list("earlier__section", "passage__section"):
        went[earlier][now] += 1
    SectionAncestor.objects.bulk_create(
        SectionAncestor(draft=draft, earlier_id=earlier, section_id=most.most_common(1)[0][0])
        for earlier, most in went.items()
    )
