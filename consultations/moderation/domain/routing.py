"""A response arrives: each comment gets a review, and the workflow its route leads to.

Wagtail's own way of starting a workflow costs about seventy queries a comment. Here the same rows
are written in bulk: a response of one comment or of twenty takes the same number of queries.
"""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Revision, Task, TaskState, Workflow, WorkflowState

from consultations.moderation.enums import ReviewStatus
from consultations.moderation.models import Review, Route
from consultations.responses.enums import Publish


@dataclass(frozen=True)
class Way:
    """A workflow with its active tasks in order."""

    workflow: Workflow
    tasks: list[Task]


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
            received_at=comment.response.received_at,
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
    """Start the workflow of each review's route, in seven queries however many there are.

    A review whose route leads nowhere stays in the queue of every Board member (task is empty).
    """
    routes = list(Route.objects.select_related("workflow").filter(workflow__active=True))
    ways = _ways()
    chosen = [(review, _way_for(review.comment, routes, ways)) for review in reviews]
    routed = [(review, way) for review, way in chosen if way is not None]
    if not routed:
        return
    kind = ContentType.objects.get_for_model(Review)
    revisions = Revision.objects.bulk_create(_revision(review, kind, at) for review, _ in routed)
    states = WorkflowState.objects.bulk_create(
        WorkflowState(
            content_type=kind,
            base_content_type=kind,
            object_id=str(review.pk),
            workflow=way.workflow,
        )
        for review, way in routed
    )
    tasks = TaskState.objects.bulk_create(
        TaskState(workflow_state=state, revision=revision, task=way.tasks[0])
        for (_, way), state, revision in zip(routed, states, revisions, strict=True)
    )
    for state, task in zip(states, tasks, strict=True):
        state.current_task_state = task
    WorkflowState.objects.bulk_update(states, ["current_task_state"], batch_size=500)
    for (review, way), state, revision in zip(routed, states, revisions, strict=True):
        review.latest_revision = revision
        review.workflow_state = state
        review.task = way.tasks[0]
    Review.objects.bulk_update(
        [review for review, _ in routed],
        ["latest_revision", "workflow_state", "task"],
        batch_size=500,
    )


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


def _ways():
    """Every active workflow that has an active task, by id, in one query."""
    tasks = (
        Task.objects.filter(active=True, workflow_tasks__workflow__active=True)
        .order_by("workflow_tasks__workflow", "workflow_tasks__sort_order")
        .values_list("workflow_tasks__workflow", "pk", named=False)
    )
    ways = {}
    for workflow_id, task_id in tasks:
        ways.setdefault(workflow_id, []).append(task_id)
    return ways


def _way_for(comment, routes, ways):
    fitting = [
        (route.fits(comment), -position, route)
        for position, route in enumerate(routes)
        if route.fits(comment) and route.workflow_id in ways
    ]
    if not fitting:
        return None
    route = max(fitting, key=lambda found: found[:2])[2]
    return Way(route.workflow, [Task(pk=pk) for pk in ways[route.workflow_id]])
