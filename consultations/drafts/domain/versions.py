"""Starting the next version of a published draft: a copy with every passage's id, to be changed."""

from django.db import transaction

from consultations.drafts.models import DraftPage
from records.domain.log import record


class NotPublishedYet(Exception):
    """The next version begins from a published one; this one can still be edited itself."""


class NewerVersionPublished(Exception):
    """Only the newest published version has a next one."""


def unpublished_version(consultation):
    """The version that is being written, or None: there is one at most at a time."""
    return DraftPage.objects.child_of(consultation).filter(frozen_at__isnull=True).first()


@transaction.atomic
def start_next_version(*, draft, by, at):
    """The unpublished version after this one: started now, or the one that was started before.

    Block ids are kept, so that every comment finds its passage again. Raises NotPublishedYet or
    NewerVersionPublished.
    """
    consultation = draft.get_parent()
    versions = DraftPage.objects.select_for_update().child_of(consultation)
    newest = versions.filter(frozen_at__isnull=False).order_by("frozen_at", "pk").last()
    if not draft.is_frozen:
        raise NotPublishedYet
    if newest.pk != draft.pk:
        raise NewerVersionPublished
    begun = unpublished_version(consultation)
    if begun is not None:
        return begun
    copy = draft.copy(
        recursive=True,
        to=consultation,
        update_attrs={"slug": _free_slug(consultation), "version_label": ""},
        copy_revisions=False,
        keep_live=False,
        user=by,
        log_action=None,
    )
    record(
        action="draft.next_version_started",
        subjects=[f"draft:{copy.pk}"],
        at=at,
        consultation_id=consultation.pk,
        by=by,
    )
    return copy


def _free_slug(consultation):
    """“draft-2”, then “draft-3”: its address is said aloud."""
    taken = set(consultation.get_children().values_list("slug", flat=True))
    number = 2
    while f"draft-{number}" in taken:
        number += 1
    return f"draft-{number}"
