"""Two people on one comment: who has it open, and what changed while somebody was reading."""

from contextlib import contextmanager
from datetime import timedelta

from django.db import transaction
from django.db.models import Max, Q

from consultations.moderation.models import ModerationDecision, Review

LASTS = timedelta(minutes=30)


class ChangedMeanwhile(Exception):
    """Somebody decided on it, or took a decision back, since the page was made."""


def claim(*, review_id, by, at):
    """Note that this person has it open, for half an hour; whoever came first keeps it."""
    free = Q(claimed_by__isnull=True) | Q(claimed_by=by) | Q(claimed_at__lte=at - LASTS)
    Review.objects.filter(free, pk=review_id).update(claimed_by=by, claimed_at=at)


def claimed_by_others(user, *, now):
    """For queries: what somebody else has open."""
    return Q(claimed_at__gt=now - LASTS) & ~Q(claimed_by=user)


def is_claimed_by_another(review, user, *, now):
    return bool(
        review.claimed_by_id and review.claimed_by_id != user.pk and review.claimed_at > now - LASTS
    )


def seen_of(review):
    """What a page puts into its form: the last decision it shows; 0 before the first."""
    return max((decision.pk for decision in review.decisions.all()), default=0)


@contextmanager
def unchanged(review_id, *, seen):
    """Decide within: raises ChangedMeanwhile where there is a later decision than was seen.

    `seen` None asks nothing. The review stays locked until what is decided stands.
    """
    with transaction.atomic():
        if seen is not None:
            Review.objects.select_for_update(of=("self",)).filter(pk=review_id).first()
            decisions = ModerationDecision.objects.filter(review=review_id)
            last = decisions.aggregate(last=Max("pk"))["last"]
            if (last or 0) != seen:
                raise ChangedMeanwhile
        yield


def last_change(review_id):
    """The newest decision on it, or None."""
    decisions = ModerationDecision.objects.filter(review=review_id)
    return decisions.select_related("by", "second_by").order_by("-pk").first()
