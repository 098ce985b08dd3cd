"""Where comments on earlier versions stand in the newest one: none is lost, none slides.

Every counted comment is attached, attached to edited text, or detached; nothing about the comment
changes. An officer can put a detached one where it belongs.
"""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce

from consultations.drafts.domain.lineage import passages_of_version, published_versions
from consultations.drafts.models import Ancestor, SectionAncestor
from consultations.responses.models import Comment, CommentAttachment
from pages.caching import pages_changed
from records.domain.log import record

ATTACHED, EDITED, DETACHED = "attached", "edited", "detached"


class NotInTheNewestVersion(Exception):
    """Comments are attached to passages of the newest published version only."""


@dataclass(frozen=True)
class Attachments:
    """How many counted comments stand how; they add up to all counted comments."""

    attached: int
    edited: int
    detached: int


def with_standing(comments, draft):
    """These comments with `standing`: how each stands in this version, the newest one."""
    lives_on = Ancestor.objects.filter(draft=draft, earlier=OuterRef("at_passage"))
    section_lives_on = SectionAncestor.objects.filter(draft=draft, earlier=OuterRef("section"))
    is_here = Q(draft__isnull=True) | Q(draft=draft) | Q(section__isnull=True)
    return comments.annotate(
        at_passage=Coalesce(F("attachment__passage"), F("passage")),
        standing=Case(
            When(is_here & Q(attachment__isnull=True), then=Value(ATTACHED)),
            When(attachment__passage__section__in=draft.sections(), then=Value(ATTACHED)),
            When(
                Q(at_passage__isnull=True) & Exists(section_lives_on),
                then=Value(ATTACHED),
            ),
            When(Exists(lives_on.filter(is_changed=False)), then=Value(ATTACHED)),
            When(Exists(lives_on), then=Value(EDITED)),
            default=Value(DETACHED),
        ),
    )


def count_attachments(consultation):
    """The sum that always holds: attached + edited + detached = all counted comments."""
    comments = Comment.objects.filter(consultation=consultation).counted()
    newest = published_versions(consultation).last()
    if newest is None:
        return Attachments(comments.count(), 0, 0)
    rows = with_standing(comments, newest).order_by().values("standing").annotate(n=Count("pk"))
    counts = {row["standing"]: row["n"] for row in rows}
    return Attachments(*(counts.get(name, 0) for name in (ATTACHED, EDITED, DETACHED)))


def detached_comments(consultation):
    """Counted comments whose words are in no passage of the newest version."""
    comments = Comment.objects.filter(consultation=consultation).counted()
    newest = published_versions(consultation).last()
    if newest is None:
        return comments.none()
    return with_standing(comments, newest).filter(standing=DETACHED)


@transaction.atomic
def attach(*, comment, passage, by, at):
    """Put a comment at this passage of the newest version. Done again, it is put elsewhere.

    Raises NotInTheNewestVersion.
    """
    newest = published_versions(comment.consultation).last()
    if newest is None or not passages_of_version(newest).filter(pk=passage.pk).exists():
        raise NotInTheNewestVersion
    attachment, _ = CommentAttachment.objects.update_or_create(
        comment=comment, defaults={"passage": passage, "by": by, "at": at}
    )
    _note("comment.attached", comment, by, at)
    return attachment


@transaction.atomic
def detach(*, comment, by, at):
    """Take an officer's choice back: the comment stands where its own words lead again."""
    deleted, _ = CommentAttachment.objects.filter(comment=comment).delete()
    if deleted:
        _note("comment.attachment_undone", comment, by, at)


def _note(action, comment, by, at):
    record(
        action=action,
        subjects=[f"comment:{comment.pk}"],
        at=at,
        consultation_id=comment.consultation_id,
        by=by,
    )
    pages_changed()
