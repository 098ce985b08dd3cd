"""What the Board decides: publish, hold (two people), look again. Set-based, so that one comment
and five hundred take the same number of queries.

A decision changes what is shown and never what is counted.
"""

from django.db import transaction
from wagtail.models import TaskState, WorkflowState

from consultations.moderation.domain.queue import visible_to
from consultations.moderation.domain.routing import facts_of, start_workflows
from consultations.moderation.domain.setting_aside import set_aside
from consultations.moderation.domain.untold import note_untold
from consultations.moderation.domain.workflow_rows import advance, log_actions
from consultations.moderation.enums import (
    OF_TWO_PEOPLE,
    DecisionKind,
    NotResponseReason,
    Reason,
    ReviewStatus,
)
from consultations.moderation.models import ModerationDecision, Redaction, Review
from consultations.moderation.signals import visibility_changed
from pages.caching import pages_changed
from records.domain.log import record


class NotYours(Exception):
    """Not in this person's queue: another group's, their own organisation's, or gone."""


class AlreadyDecided(Exception):
    """Somebody decided while this person was reading."""


class SecondPersonNeeded(Exception):
    """Whoever proposed a hold cannot be the one who confirms or declines it."""


@transaction.atomic
def publish(*, review_ids, by, at):
    """Publish these comments, or move them to the workflow's next task where there is one.

    Raises NotYours when any of them is not in this person's queue, AlreadyDecided when any no
    longer waits; then nothing is changed. Returns the ids that are public now.
    """
    reviews = lock(review_ids, by=by, statuses=[ReviewStatus.WAITING])
    finished = advance(reviews, by=by, at=at)
    Review.objects.filter(pk__in=[review.pk for review in finished]).update(
        status=ReviewStatus.PUBLISHED, live=True, decided_at=at
    )
    write(reviews, kind=DecisionKind.PUBLISH, by=by, at=at)
    announce(shown=finished, at=at)
    note_untold([review.comment for review in finished], at=at)
    return [review.pk for review in finished]


@transaction.atomic
def propose_hold(*, review_id, reason, by, at, note=""):
    """Propose to hold one comment. It takes effect when a second person confirms.

    `reason` is a code of `Reason`; any other raises ValueError.
    """
    (review,) = lock([review_id], by=by, statuses=[ReviewStatus.WAITING])
    Review.objects.filter(pk=review.pk).update(status=ReviewStatus.HOLD_PROPOSED)
    write([review], kind=DecisionKind.HOLD, by=by, at=at, reason=Reason(reason), note=note)


@transaction.atomic
def propose_not_a_response(*, review_id, reason, by, at, note=""):
    """Say that what this comment belongs to is no response: advertising, or sent twice.

    It takes effect when a second person confirms, and then for the whole response.
    """
    (review,) = lock([review_id], by=by, statuses=[ReviewStatus.WAITING])
    Review.objects.filter(pk=review.pk).update(status=ReviewStatus.HOLD_PROPOSED)
    reason = NotResponseReason(reason)
    write([review], kind=DecisionKind.NOT_A_RESPONSE, by=by, at=at, reason=reason, note=note)


@transaction.atomic
def confirm_hold(*, review_id, by, at):
    """Agree with another person's proposal: the comment is held, and still counted; or what it
    belongs to is no response, and leaves the count.
    """
    review, proposal = _proposal(review_id, by)
    proposal.second_by = by
    proposal.second_at = at
    proposal.save(update_fields=["second_by", "second_at"])
    if proposal.kind == DecisionKind.NOT_A_RESPONSE:
        set_aside(response_id=review.comment.response_id, at=at)
    else:
        Review.objects.filter(pk=review.pk).update(status=ReviewStatus.HELD, decided_at=at)
        _end_workflow([review], by=by, at=at)
    log_actions([review], f"moderation.{proposal.kind}", by=by, at=at)
    record(
        action=f"comment.{proposal.kind}_confirmed",
        subjects=[f"comment:{review.comment_id}"],
        at=at,
        consultation_id=review.consultation_id,
        by=by,
        reason=proposal.reason,
    )
    note_untold([review.comment], at=at)


@transaction.atomic
def decline_hold(*, review_id, by, at):
    """Disagree with another person's proposal: the comment waits to be read again."""
    review, _ = _proposal(review_id, by)
    Review.objects.filter(pk=review.pk).update(status=ReviewStatus.WAITING)
    write([review], kind=DecisionKind.DECLINE_HOLD, by=by, at=at)


@transaction.atomic
def reopen(*, review_id, by, at):
    """Take a decision back: the comment is no longer shown and waits to be read again."""
    (review,) = lock([review_id], by=by, statuses=[ReviewStatus.PUBLISHED, ReviewStatus.HELD])
    take_back(review, by=by, at=at)


def take_back(review, *, by, at):
    """Put a locked review back into its queue, whatever was decided; nothing of it is shown."""
    was_shown = review.status == ReviewStatus.PUBLISHED
    review.status = ReviewStatus.WAITING
    Review.objects.filter(pk=review.pk).update(
        status=ReviewStatus.WAITING, live=False, decided_at=None, reminded=0
    )
    Redaction.objects.standing().filter(comment=review.comment_id).update(lifted_at=at)
    start_workflows([review], at=at, facts=facts_of([review]))
    write([review], kind=DecisionKind.REOPEN, by=by, at=at)
    if was_shown:
        announce(hidden=[review], at=at)


def lock(review_ids, *, by, statuses):
    """The reviews, locked in id order. Raises NotYours or AlreadyDecided."""
    ids = sorted(set(review_ids))
    reviews = list(
        visible_to(by)
        .select_for_update(of=("self",))
        .select_related("comment", "workflow_state")
        .filter(pk__in=ids)
        .order_by("pk")
    )
    if len(reviews) < len(ids):
        raise NotYours
    if any(review.status not in statuses for review in reviews):
        raise AlreadyDecided
    return reviews


def _proposal(review_id, by):
    (review,) = lock([review_id], by=by, statuses=[ReviewStatus.HOLD_PROPOSED])
    proposal = review.decisions.filter(kind__in=OF_TWO_PEOPLE, second_by__isnull=True).first()
    if proposal.by_id == by.pk:
        raise SecondPersonNeeded
    return review, proposal


def write(reviews, *, kind, by, at, reason="", note=""):
    """Put a decision on record in three places; returns the decisions."""
    decisions = ModerationDecision.objects.bulk_create(
        ModerationDecision(review=review, kind=kind, by=by, at=at, reason=reason, note=note)
        for review in reviews
    )
    log_actions(reviews, f"moderation.{kind}", by=by, at=at)
    record(
        action=f"comment.{kind}",
        subjects=[f"comment:{review.comment_id}" for review in reviews],
        at=at,
        consultation_id=reviews[0].consultation_id,
        by=by,
        reason=reason,
    )
    return decisions


def _end_workflow(reviews, *, by, at):
    """ "Held" is an end of ours: Wagtail's rejection would stay active and wait for its author."""
    states = [review.workflow_state_id for review in reviews if review.workflow_state_id]
    TaskState.objects.filter(workflow_state__in=states, status=TaskState.STATUS_IN_PROGRESS).update(
        status=TaskState.STATUS_REJECTED, finished_at=at, finished_by=by
    )
    WorkflowState.objects.filter(pk__in=states).update(status=WorkflowState.STATUS_CANCELLED)


def announce(*, shown=(), hidden=(), changed=(), at):
    """Tell what became public or no longer is, and forget kept pages.

    `changed` are shown as before, in other words.
    """
    if changed:
        pages_changed()
    if not shown and not hidden:
        return
    visibility_changed.send(
        sender=Review,
        shown=[review.comment for review in shown],
        hidden=[review.comment for review in hidden],
        at=at,
    )
    pages_changed()
