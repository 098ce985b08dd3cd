"""An author asks for a decision to be looked at again, by somebody who had no part in it."""

from contextlib import suppress

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from calendars.working_days import add_working_days
from consultations.moderation.domain.deciding import NotYours, announce, take_back, write
from consultations.moderation.domain.names import NameNotHidden, put_back
from consultations.moderation.domain.readers import PERMISSION
from consultations.moderation.domain.setting_aside import bring_back
from consultations.moderation.enums import OF_TWO_PEOPLE, AppealOutcome, DecisionKind, ReviewStatus
from consultations.moderation.models import (
    Appeal,
    ModerationDecision,
    Recusal,
    Redaction,
    Review,
)
from consultations.moderation.signals import appeal_answered
from people.domain.board import organisations_of, why_not_to_read
from records.domain.log import record

DAYS_TO_APPEAL = 20
DAYS_TO_ANSWER = 10
LIMITED = (ReviewStatus.HELD, ReviewStatus.PUBLISHED, ReviewStatus.NOT_A_RESPONSE)


class NothingToAppeal(Exception):
    """Nothing is kept back, it was appealed against before, or the time for it has passed."""


class NoAnswer(Exception):
    """An appeal is decided with a sentence for its author."""


def in_force(comments):
    """What limits each of these comments now, by comment, with the appeals about it: two queries.

    A decision that a later one undid limits nothing.
    """
    standing = Redaction.objects.standing().filter(decision=OuterRef("pk"))
    hides = Q(kind=DecisionKind.PUBLISH_HIDDEN, review__status=ReviewStatus.PUBLISHED)
    names = Q(
        kind=DecisionKind.HIDE_NAME,
        review__status=ReviewStatus.PUBLISHED,
        review__comment__response__name_hidden_at__isnull=False,
    )
    agreed = Q(second_by__isnull=False)
    decisions = (
        ModerationDecision.objects.filter(
            hides & Exists(standing)
            | names
            | agreed & Q(kind=DecisionKind.HOLD, review__status=ReviewStatus.HELD)
            | agreed
            & Q(kind=DecisionKind.NOT_A_RESPONSE, review__status=ReviewStatus.NOT_A_RESPONSE),
            review__comment__in=comments,
        )
        .select_related("review")
        .prefetch_related("appeals")
        .order_by("pk")
    )
    # Of two that limit the same comment, what keeps back words comes before its name.
    by_weight = sorted(decisions, key=lambda decision: decision.kind != DecisionKind.HIDE_NAME)
    return {decision.review.comment_id: decision for decision in by_weight}


def newest_appeals(comments):
    """What was asked last about each comment, by comment, whether or not it limits it still."""
    appeals = Appeal.objects.filter(review__comment__in=comments).select_related("review")
    return {appeal.review.comment_id: appeal for appeal in appeals.order_by("pk")}


def last_day_of(decision):
    """The last day on which an author may appeal: the twentieth working day after they were told,
    or where nobody could be written to, after it took effect."""
    return last_day_told(decision.told_at or decided_at(decision))


def last_day_told(at):
    """The same for what an author is told at this moment."""
    return add_working_days(timezone.localdate(at), DAYS_TO_APPEAL)


def decided_at(decision):
    """When it took effect: a hold does when the second person agrees."""
    return (decision.kind in OF_TWO_PEOPLE and decision.second_at) or decision.at


def may_appeal(decision, *, now):
    return not decision.appeals.all() and timezone.localdate(now) <= last_day_of(decision)


@transaction.atomic
def appeal(*, comment, text, at):
    """Ask for what limits this comment to be looked at again. Raises NothingToAppeal."""
    Review.objects.select_for_update().filter(comment=comment).first()
    decision = in_force([comment]).get(comment.pk)
    if decision is None or not may_appeal(decision, now=at):
        raise NothingToAppeal
    asked = Appeal.objects.create(
        review=decision.review,
        decision=decision,
        text=text,
        received_at=at,
        due_on=add_working_days(timezone.localdate(at), DAYS_TO_ANSWER),
    )
    _log("appeal.received", asked, at=at, reason=decision.reason)
    return asked


def appeals_for(user, *, now=None):
    """The open appeals this person may decide, the most pressing first: none about what they had
    a part in, or about an organisation they have to do with.
    """
    if not user.has_perm(PERMISSION) or why_not_to_read(user, now=now):
        return Appeal.objects.none()
    had_a_part = ModerationDecision.objects.with_part_of(user)
    theirs = organisations_of(user, now=now)
    return (
        Appeal.objects.filter(outcome="")
        .exclude(review__in=had_a_part.values("review"))
        .exclude(review__in=Recusal.objects.filter(user=user).values("review"))
        .exclude(
            review__in=Review.objects.filter(comment__response__organisation__in=theirs)
            .order_by()
            .values("pk")
        )
        .exclude(review__status__in=[ReviewStatus.WITHDRAWN, ReviewStatus.REPLACED])
        .order_by("due_on", "pk")
    )


@transaction.atomic
def decide(*, appeal_id, outcome, answer, by, at):
    """Decide an appeal, and do what that means. Raises NotYours, NoAnswer.

    Upheld: nothing changes. Overturned: shown as it was sent. Changed: it waits to be read anew.
    Something that was found to be no response counts again after either.
    """
    outcome = AppealOutcome(outcome)
    if not answer.strip():
        raise NoAnswer
    asked = (
        appeals_for(by, now=at)
        .select_for_update(of=("self",))
        .select_related("decision")
        .filter(pk=appeal_id)
        .first()
    )
    if asked is None:
        raise NotYours
    review = (
        Review.objects.select_for_update(of=("self",))
        .select_related("comment__response__consultation")
        .get(pk=asked.review_id)
    )
    asked.outcome, asked.answer = outcome, answer.strip()
    asked.decided_by, asked.decided_at = by, at
    asked.save()
    if outcome != AppealOutcome.UPHELD and review.status in LIMITED:
        _undo(review, asked, by=by, at=at)
    _log(f"appeal.{outcome}", asked, at=at, by=by, reason=asked.decision.reason)
    appeal_answered.send(sender=Appeal, appeal=asked, review=review, at=at)
    return asked


def _undo(review, asked, *, by, at):
    if asked.decision.kind == DecisionKind.HIDE_NAME:
        with suppress(NameNotHidden):
            put_back(review, by=by, at=at)
    elif review.status == ReviewStatus.NOT_A_RESPONSE:
        write([review], kind=DecisionKind.REOPEN, by=by, at=at)
        bring_back(response_id=review.comment.response_id, at=at)
    elif asked.outcome == AppealOutcome.CHANGED:
        take_back(review, by=by, at=at)
    else:
        _show(review, by=by, at=at)


def _show(review, *, by, at):
    was_shown = review.status == ReviewStatus.PUBLISHED
    Redaction.objects.standing().filter(comment=review.comment_id).update(lifted_at=at)
    Review.objects.filter(pk=review.pk).update(
        status=ReviewStatus.PUBLISHED, live=True, decided_at=at
    )
    write([review], kind=DecisionKind.PUBLISH, by=by, at=at)
    # Its words change even where it was shown before, so that kept pages have to go.
    announce(shown=[] if was_shown else [review], changed=[review], at=at)


def _log(action, asked, *, at, by=None, reason=""):
    record(
        action=action,
        subjects=[f"comment:{asked.review.comment_id}"],
        at=at,
        consultation_id=asked.review.consultation_id,
        by=by,
        reason=reason,
    )
