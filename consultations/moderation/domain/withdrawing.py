from wagtail.models import TaskState, WorkflowState

from consultations.moderation.enums import ReviewStatus
from consultations.moderation.models import Review
from consultations.moderation.signals import visibility_changed
from pages.caching import pages_changed


def close_reviews(*, comments, status, at):
    """Take comments off the desk and off every public page, since their author took them back.

    `status` says how: WITHDRAWN or REPLACED. Runs inside the author's transaction.
    """
    reviews = list(
        Review.objects.select_for_update(of=("self",))
        .select_related("comment")
        .filter(comment__in=comments)
    )
    states = [review.workflow_state_id for review in reviews if review.workflow_state_id]
    TaskState.objects.filter(workflow_state__in=states, status=TaskState.STATUS_IN_PROGRESS).update(
        status=TaskState.STATUS_CANCELLED, finished_at=at
    )
    WorkflowState.objects.filter(pk__in=states, status=WorkflowState.STATUS_IN_PROGRESS).update(
        status=WorkflowState.STATUS_CANCELLED
    )
    shown = [review.comment for review in reviews if review.status == ReviewStatus.PUBLISHED]
    Review.objects.filter(pk__in=[review.pk for review in reviews]).update(
        status=status, live=False, decided_at=at
    )
    visibility_changed.send(sender=Review, shown=[], hidden=shown, at=at)
    pages_changed()
