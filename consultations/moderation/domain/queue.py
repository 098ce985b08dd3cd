"""Which comments a person on the Board may see and decide on."""

from django.db.models import Q
from wagtail.models import Task

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
        groups = list(user.groups.values_list("pk", flat=True))
        tasks = BoardReviewTask.objects.filter(groups__in=groups).values_list("pk", flat=True)
        reviews = reviews.filter(Q(task__in=list(tasks)) | Q(task__isnull=True))
    own = organisations_of(user, now=now)
    if own:
        reviews = reviews.exclude(comment__response__organisation__in=own)
    return reviews


def waiting_for(user, *, now=None):
    """What this person can do something about: unread comments, and others' proposals to hold."""
    own = ModerationDecision.objects.filter(by=user, kind="hold", second_by__isnull=True)
    return (
        visible_to(user, now=now)
        .filter(status__in=OPEN_STATUSES)
        .exclude(status=ReviewStatus.HOLD_PROPOSED, decisions__in=own)
    )


def tasks_are_ours(task_ids):
    """Whether these tasks are steps of the Board's desk."""
    return Task.objects.filter(pk__in=task_ids, boardreviewtask__isnull=False).exists()
