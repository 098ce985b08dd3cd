"""What the Board did in one consultation, in numbers; counted by the database."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from calendars.working_days import working_days
from consultations.moderation.domain.reasons import label_of
from consultations.moderation.enums import (
    OPEN_STATUSES,
    AppealOutcome,
    DecisionKind,
    ReviewStatus,
)
from consultations.moderation.models import Appeal, ModerationDecision, Redaction, Report, Review
from consultations.responses.models import Response


@dataclass(frozen=True)
class Account:
    """Numbers of comments, but for `not_responses` and `names_hidden`, which are of responses.

    Waiting times are in working days, the day it came in counted as none; None where nothing was
    decided yet.
    """

    received: int
    waiting: int
    as_sent: int
    with_hidden_words: int
    held: int
    authors_wish: int
    taken_back: int
    not_responses: int
    names_hidden: int
    hidden_by_reason: list
    held_by_reason: list
    appeals: int
    overturned: int
    reports: int
    median_wait: int | None
    longest_of_95: int | None

    @property
    def parts(self):
        return (
            self.waiting
            + self.as_sent
            + self.with_hidden_words
            + self.held
            + self.authors_wish
            + self.taken_back
        )


def account_of(consultation):
    """The account of one consultation, in eight queries however much there is."""
    standing = Redaction.objects.standing().filter(comment=OuterRef("comment"))
    reviews = Review.objects.filter(consultation=consultation).order_by()
    statuses = reviews.aggregate(
        received=Count("pk"),
        waiting=Count("pk", filter=Q(status__in=OPEN_STATUSES)),
        published=Count("pk", filter=Q(status=ReviewStatus.PUBLISHED)),
        held=Count("pk", filter=Q(status=ReviewStatus.HELD)),
        authors_wish=Count("pk", filter=Q(status=ReviewStatus.NOT_FOR_PUBLICATION)),
    )
    hidden = reviews.filter(Exists(standing), status=ReviewStatus.PUBLISHED).count()
    published = statuses.pop("published")
    known = sum(statuses.values()) - statuses["received"] + published
    appeals = Appeal.objects.filter(review__consultation=consultation).aggregate(
        appeals=Count("pk"),
        overturned=Count(
            "pk", filter=Q(outcome__in=[AppealOutcome.OVERTURNED, AppealOutcome.CHANGED])
        ),
    )
    waits = _waits(reviews)
    return Account(
        **statuses,
        **appeals,
        as_sent=published - hidden,
        with_hidden_words=hidden,
        taken_back=statuses["received"] - known,
        **_responses(consultation),
        hidden_by_reason=_hidden_by_reason(consultation),
        held_by_reason=_held_by_reason(consultation),
        reports=Report.objects.filter(review__consultation=consultation).count(),
        median_wait=_percentile(waits, 50),
        longest_of_95=_percentile(waits, 95),
    )


def _responses(consultation):
    not_withdrawn = Response.objects.filter(consultation=consultation, withdrawn_at__isnull=True)
    return not_withdrawn.aggregate(
        not_responses=Count("pk", filter=Q(not_a_response_at__isnull=False)),
        names_hidden=Count("pk", filter=Q(name_hidden_at__isnull=False)),
    )


def _hidden_by_reason(consultation):
    """(reason, comments) of what is hidden now; a comment counts once for each of its reasons."""
    rows = (
        Redaction.objects.standing()
        .filter(
            comment__review__consultation=consultation,
            comment__review__status=ReviewStatus.PUBLISHED,
        )
        .order_by("reason")
        .values_list("reason")
        .annotate(Count("comment", distinct=True))
    )
    return [(label_of(reason), count) for reason, count in rows]


def _held_by_reason(consultation):
    rows = (
        ModerationDecision.objects.filter(
            review__consultation=consultation,
            review__status=ReviewStatus.HELD,
            kind=DecisionKind.HOLD,
            second_by__isnull=False,
        )
        .order_by("reason")
        .values_list("reason")
        .annotate(Count("review", distinct=True))
    )
    return [(label_of(reason), count) for reason, count in rows]


def _waits(reviews):
    """How many comments were decided on after so many working days: `{days: comments}`.

    The database groups them by the day they came and the day they were decided; what is left to
    count in Python are pairs of days, never comments.
    """
    rows = (
        reviews.filter(decided_at__isnull=False, status__in=[ReviewStatus.PUBLISHED, "held"])
        .values_list("received_at__date", "decided_at__date")
        .annotate(Count("pk"))
    )
    waits = Counter()
    for came, decided, count in rows:
        waits[max(0, working_days(came, decided) - 1)] += count
    return waits


def _percentile(waits, share):
    """The wait that this share of the comments did not exceed."""
    total, seen = sum(waits.values()), 0
    for days, count in sorted(waits.items()):
        seen += count
        if seen * 100 >= total * share:
            return days
    return None
