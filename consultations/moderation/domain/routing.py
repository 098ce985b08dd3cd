"""A response arrives: each comment gets a review, and the workflow its route leads to.

Wagtail's own way of starting a workflow costs about seventy queries a comment. Here the same rows
are written in bulk: a response of one comment or of twenty takes the same number of queries.
"""

from django.contrib.contenttypes.models import ContentType
from django.db.models import F
from django.utils import timezone
from wagtail.models import Revision, TaskState, WorkflowState

from consultations.moderation.domain.workflow_rows import rewrite
from consultations.moderation.enums import ReviewStatus
from consultations.moderation.models import Review, Route
from consultations.responses.enums import Publish


def open_reviews(*, comments, at):
    """Write a review for each comment, and workflow rows for those that may be shown.

    Runs inside the transaction in which they arrive; the comments come with their responses. What
    its author does not want shown never enters the queue.
    """
    reviews = Review.objects.bulk_create(
        Review(
            comment=comment,
            consultation_id=comment.consultation_id,
            status=_first_status(comment.response),
            # What replaces an earlier comment has come now, and waits from now on.
            received_at=at if comment.replaces_id else comment.response.received_at,
            live=False,
        )
        for comment in comments
    )
    waiting = [review for review in reviews if review.status == ReviewStatus.WAITING]
    if waiting:
        start_workflows(waiting, at=at)
    return reviews


def _first_status(response):
    if response.publish == Publish.NO:
        return ReviewStatus.NOT_FOR_PUBLICATION
    return ReviewStatus.WAITING


def start_workflows(reviews, *, at):
    """Start the workflow of each review's route, in six queries however many there are.

    A review whose route leads nowhere stays in the queue of every Board member (task is empty).
    """
    routes = _open_routes()
    chosen = [(review, _route_for(review.comment, routes)) for review in reviews]
    routed = [(review, route) for review, route in chosen if route is not None]
    if not routed:
        return
    kind = ContentType.objects.get_for_model(Review)
    revisions = Revision.objects.bulk_create(_revision(review, kind, at) for review, _ in routed)
    states = WorkflowState.objects.bulk_create(
        WorkflowState(
            content_type=kind,
            base_content_type=kind,
            object_id=str(review.pk),
            workflow_id=route.workflow_id,
        )
        for review, route in routed
    )
    tasks = TaskState.objects.bulk_create(
        TaskState(workflow_state=state, revision=revision, task_id=route.first_task_id)
        for (_, route), state, revision in zip(routed, states, revisions, strict=True)
    )
    for state, task in zip(states, tasks, strict=True):
        state.current_task_state = task
    rewrite(states, "current_task_state")
    for (review, route), state, revision in zip(routed, states, revisions, strict=True):
        review.latest_revision = revision
        review.workflow_state = state
        review.task_id = route.first_task_id
    rewrite([review for review, _ in routed], "latest_revision", "workflow_state", "task")


def _revision(review, kind, at):
    return Revision(
        content_type=kind,
        base_content_type=kind,
        object_id=str(review.pk),
        object_str=str(review),
        created_at=at or timezone.now(),
        content={
            "pk": review.pk,
            "comment": review.comment_id,
            "consultation": review.consultation_id,
            "status": review.status,
        },
    )


def _open_routes():
    """Routes in order, each with the id of an active task of its workflow, the first one first."""
    return list(
        Route.objects.filter(workflow__active=True, workflow__workflow_tasks__task__active=True)
        .annotate(first_task_id=F("workflow__workflow_tasks__task"))
        .order_by("position", "pk", "workflow__workflow_tasks__sort_order")
    )


def _route_for(comment, routes):
    """The first of the routes that fit most closely, or None."""
    closest = max(routes, key=lambda route: route.fits(comment), default=None)
    return closest if closest and closest.fits(comment) else None
