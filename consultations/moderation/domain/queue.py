"""Which comments a person on the Board may see and decide on."""

from django.db.models import Q

from consultations.moderation.enums import OPEN_STATUSES, ReviewStatus
from consultations.moderation.models import BoardReviewTask, ModerationDecision, Review
from people.domain.board import organisations_of

PERMISSION = "moderation.decide_review"


def visible_to(user, *, now=None):
    """Reviews this person may see: of their groups' tasks, and never of their own organisation.

    The only way views get at a review. Superusers are not above the rule about organisations.
    """
    if not user.has_perm(PERMISSION):
        return Review.objects.none()
    reviews = Review.objects.exclude(
        status__in=[ReviewStatus.NOT_FOR_PUBLICATION, ReviewStatus.WITHDRAWN]
    )
    if not user.is_superuser:
        tasks = BoardReviewTask.objects.filter(groups__user=user).values("pk")
        reviews = reviews.filter(Q(task__in=tasks) | Q(task__isnull=True))
    return reviews.filter(
        Q(comment__response__organisation__isnull=True)
        | ~Q(comment__response__organisation__in=organisations_of(user, now=now))
    )


def waiting_for(user, *, now=None):
    """What this person can do something about: unread comments, and others' proposals to hold."""
    own = ModerationDecision.objects.filter(by=user, kind="hold", second_by__isnull=True)
    return (
        visible_to(user, now=now)
        .filter(status__in=OPEN_STATUSES)
        .exclude(status=ReviewStatus.HOLD_PROPOSED, decisions__in=own)
    )
