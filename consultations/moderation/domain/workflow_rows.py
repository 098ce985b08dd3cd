"""Wagtail's own rows about a decision: task states, workflow states and the log, in bulk."""

import uuid

from django.contrib.contenttypes.models import ContentType
from django.db.models import OuterRef, Subquery
from wagtail.models import ModelLogEntry, TaskState, WorkflowState, WorkflowTask

from consultations.moderation.models import Review


def advance(reviews, *, by, at):
    """Approve the current task of each review; start the next task where the workflow has one.

    Returns the reviews whose workflow is finished, those without any workflow included. Six
    queries at most, however many reviews, which come with their workflow states.
    """
    states = {
        review.workflow_state_id: review.workflow_state
        for review in reviews
        if review.workflow_state_id
    }
    TaskState.objects.filter(workflow_state__in=states, status=TaskState.STATUS_IN_PROGRESS).update(
        status=TaskState.STATUS_APPROVED, finished_at=at, finished_by=by
    )
    following = _following_tasks({state.workflow_id for state in states.values()})
    going_on, finished = [], []
    for review in reviews:
        state = states.get(review.workflow_state_id)
        task = following.get((state.workflow_id, review.task_id)) if state else None
        (going_on if task else finished).append((review, state, task))
    WorkflowState.objects.filter(pk__in=[state.pk for _, state, _ in finished if state]).update(
        status=WorkflowState.STATUS_APPROVED
    )
    if going_on:
        _start_next(going_on)
    return [review for review, _, _ in finished]


def _following_tasks(workflow_ids):
    """The active task after each task: `{(workflow, task): next task}`."""
    rows = (
        WorkflowTask.objects.filter(workflow__in=workflow_ids, task__active=True)
        .order_by("workflow", "sort_order")
        .values_list("workflow_id", "task_id")
    )
    following, before = {}, (None, None)
    for workflow_id, task_id in rows:
        if before[0] == workflow_id:
            following[before] = task_id
        before = (workflow_id, task_id)
    return following


def _start_next(going_on):
    start_tasks((state, review.latest_revision_id, task) for review, state, task in going_on)
    for review, _, task in going_on:
        review.task_id = task
    rewrite([review for review, _, _ in going_on], "task")


def start_tasks(starting):
    """Start one task each of these (workflow state, revision id, task id), in two queries."""
    tasks = TaskState.objects.bulk_create(
        TaskState(workflow_state=state, revision_id=revision, task_id=task)
        for state, revision, task in starting
    )
    begun = TaskState.objects.filter(
        workflow_state=OuterRef("pk"), status=TaskState.STATUS_IN_PROGRESS
    )
    WorkflowState.objects.filter(pk__in=[task.workflow_state_id for task in tasks]).update(
        current_task_state=Subquery(begun.values("pk")[:1])
    )


def rewrite(rows, *names):
    """Store these columns of rows of one model that this transaction has made or locked.

    An upsert, since Django's bulk_update takes five times as long for one row and for 500.
    """
    type(rows[0]).objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["pk"], update_fields=names
    )


def log_actions(reviews, action, *, by, at):
    """Wagtail's history, one entry a comment, in one query. Labels hold ids and no text."""
    kind = ContentType.objects.get_for_model(Review)
    ModelLogEntry.objects.bulk_create(
        ModelLogEntry(
            content_type=kind,
            label=str(review),
            action=action,
            data={},
            timestamp=at,
            uuid=uuid.uuid4(),
            user=by,
            object_id=str(review.pk),
            revision_id=review.latest_revision_id,
        )
        for review in reviews
    )
