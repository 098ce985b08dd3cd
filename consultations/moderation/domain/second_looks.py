"""Looking at decisions again: a second pair of eyes on hidden words, and a sample read blind."""

import random
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from consultations.moderation.domain.deciding import NotYours
from consultations.moderation.domain.queue import visible_to
from consultations.moderation.enums import DecisionKind, ReviewStatus
from consultations.moderation.models import ModerationDecision, Recheck, Recusal, Review
from records.domain.log import record

FEWEST = 200
SHARE = 20  # one in twenty: five per cent
A_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Agreement:
    quarter: str
    drawn: int
    read: int
    agreed: int

    @property
    def per_cent(self):
        return round(100 * self.agreed / self.read) if self.read else None


def to_look_at(user, *, now=None):
    """Hidden words and names that stand and that only one person has looked at, somebody else than
    this one.

    The oldest first; those of a week ago or more are late.
    """
    return (
        ModerationDecision.objects.filter(
            Q(kind=DecisionKind.PUBLISH_HIDDEN, redactions__lifted_at__isnull=True)
            | Q(
                kind=DecisionKind.HIDE_NAME,
                review__comment__response__name_hidden_at__isnull=False,
            ),
            second_by__isnull=True,
            review__status=ReviewStatus.PUBLISHED,
            review__in=visible_to(user, now=now),
        )
        .exclude(by=user)
        .distinct()
        .order_by("at", "pk")
    )


@transaction.atomic
def agree(*, decision_id, by, at):
    """A second person has looked at hidden words and finds them right. Raises NotYours."""
    decision = to_look_at(by, now=at).filter(pk=decision_id).first()
    changed = decision and ModerationDecision.objects.filter(
        pk=decision_id, second_by__isnull=True
    ).update(second_by=by, second_at=at)
    if not changed:
        raise NotYours
    _log("comment.hidden_words_confirmed", decision.review, by=by, at=at, reason=decision.reason)


@transaction.atomic
def step_back(*, review_id, by, at):
    """Hand one comment to the others, for good. Raises NotYours."""
    review = visible_to(by, now=at).filter(pk=review_id).first()
    if review is None:
        raise NotYours
    Recusal.objects.get_or_create(review=review, user=by, defaults={"at": at})
    Review.objects.filter(pk=review.pk, assigned_to=by).update(assigned_to=None, assigned_at=None)
    Review.objects.filter(pk=review.pk, claimed_by=by).update(claimed_by=None, claimed_at=None)
    _log("comment.stepped_back", review, by=by, at=at)


def quarter_of(day):
    return f"{day.year}Q{(day.month - 1) // 3 + 1}"


def last_quarter(day):
    """The quarter before the one of this day, with its first day and the first day after it."""
    first = day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1)
    before = (first - timedelta(days=1)).replace(day=1)
    begins = before.replace(month=3 * ((before.month - 1) // 3) + 1)
    return quarter_of(begins), begins, first


@transaction.atomic
def draw(*, now, seed=None):
    """Draw one in twenty of last quarter's decisions, once, where there were 200 or more.

    Returns how many were drawn now.
    """
    quarter, first, after = last_quarter(timezone.localdate(now))
    if Recheck.objects.filter(quarter=quarter).exists():
        return 0
    taken = ModerationDecision.objects.annotate(took_effect=Coalesce("second_at", "at")).filter(
        Q(kind__in=[DecisionKind.PUBLISH, DecisionKind.PUBLISH_HIDDEN])
        | Q(kind=DecisionKind.HOLD, second_by__isnull=False),
        took_effect__date__gte=first,
        took_effect__date__lt=after,
    )
    ids = list(taken.order_by("pk").values_list("pk", flat=True))
    if len(ids) < FEWEST:
        return 0
    drawn = random.Random(seed).sample(ids, len(ids) // SHARE)
    Recheck.objects.bulk_create(Recheck(decision_id=pk, quarter=quarter) for pk in sorted(drawn))
    return len(drawn)


def to_read_blind(user, *, now=None):
    """Drawn decisions this person may take anew: not their own, not of their organisations."""
    return (
        Recheck.objects.filter(verdict="", decision__review__in=visible_to(user, now=now))
        .exclude(decision__by=user)
        .exclude(decision__second_by=user)
        .order_by("quarter", "pk")
    )


@transaction.atomic
def give_verdict(*, recheck_id, verdict, by, at):
    """What somebody would have decided. It changes nothing but the agreement. Raises NotYours."""
    recheck = to_read_blind(by, now=at).filter(pk=recheck_id).first()
    if recheck is None:
        raise NotYours
    recheck.verdict, recheck.by, recheck.at = DecisionKind(verdict), by, at
    recheck.save(update_fields=["verdict", "by", "at"])
    _log("comment.read_blind", recheck.decision.review, by=by, at=at)


def agreements():
    """How often the second reading agreed with the first, by quarter, the newest first."""
    found = {}
    rows = Recheck.objects.annotate(first=F("decision__kind")).values_list(
        "quarter", "verdict", "first"
    )
    for quarter, verdict, first in rows:
        drawn, read, agreed = found.get(quarter, (0, 0, 0))
        is_read = bool(verdict)
        found[quarter] = (drawn + 1, read + is_read, agreed + (is_read and verdict == first))
    return [Agreement(quarter, *found[quarter]) for quarter in sorted(found, reverse=True)]


def _log(action, review, *, by, at, reason=""):
    record(
        action=action,
        subjects=[f"comment:{review.comment_id}"],
        at=at,
        consultation_id=review.consultation_id,
        by=by,
        reason=reason,
    )
