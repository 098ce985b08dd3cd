"""A reader says that a published comment should not be shown, or serves a legal notice."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from calendars.working_days import add_working_days, is_working_day
from consultations.moderation.domain.deciding import AlreadyDecided, NotYours, take_back
from consultations.moderation.domain.queue import visible_to
from consultations.moderation.enums import ReportKind, ReportOutcome, ReviewStatus
from consultations.moderation.models import ModerationDecision, Report
from records.domain.log import record

DAYS_TO_LOOK = 2
MOST_OPEN = 20
A_DAY = timedelta(days=1)


class EnoughReports(Exception):
    """So many reports of one comment are open that another would say nothing new."""


class OwnDecision(Exception):
    """Whoever had a part in showing a comment does not say that it stays."""


def in_two_working_days(moment):
    """48 hours on, of which weekends and bank holidays are no part.

    What comes on such a day begins with the next working day.
    """
    local = timezone.localtime(moment)
    if not is_working_day(local.date()):
        day = add_working_days(local.date(), 1)
        local = local.replace(year=day.year, month=day.month, day=day.day, hour=0, minute=0)
        local = local.replace(second=0, microsecond=0)
    day = add_working_days(local.date(), DAYS_TO_LOOK)
    return local.replace(year=day.year, month=day.month, day=day.day)


@transaction.atomic
def report(*, review, kind, text, at, name="", email=""):
    """Put a report on record. A legal notice keeps its sender; another report nobody's name."""
    is_legal = kind == ReportKind.LEGAL
    still_open = Report.objects.filter(review=review, outcome="", kind=kind).count()
    if still_open >= MOST_OPEN:
        raise EnoughReports
    made = Report.objects.create(
        review=review,
        kind=kind,
        text=text,
        name=name if is_legal else "",
        email=email if is_legal else "",
        received_at=at,
        due_at=in_two_working_days(at),
    )
    _log(f"report.{kind}", made, at=at)
    return made


def reports_for(user, *, now=None):
    """The open reports this person may close, legal notices and the most pressing first."""
    return Report.objects.filter(outcome="", review__in=visible_to(user, now=now)).order_by(
        "kind", "due_at", "pk"
    )


def had_a_part_in(reviews, *, user):
    """The ids of those of these reviews in whose decisions this person had a part, in one query."""
    had = ModerationDecision.objects.with_part_of(user).filter(review__in=reviews)
    return set(had.order_by().values_list("review_id", flat=True))


@transaction.atomic
def close(*, report_id, outcome, by, at):
    """Leave the comment as it is, or take it down to be read again.

    Raises NotYours, and OwnDecision where it is to stay by the word of who showed it.
    """
    outcome = ReportOutcome(outcome)
    made = reports_for(by, now=at).select_for_update(of=("self",)).filter(pk=report_id).first()
    if made is None:
        raise NotYours
    review = (
        visible_to(by, now=at)
        .select_for_update(of=("self",))
        .select_related("comment")
        .get(pk=made.review_id)
    )
    if outcome == ReportOutcome.STAYS and had_a_part_in([review.pk], user=by):
        raise OwnDecision
    made.outcome, made.closed_by, made.closed_at = outcome, by, at
    made.save(update_fields=["outcome", "closed_by", "closed_at"])
    if outcome == ReportOutcome.LOOKED_AT_AGAIN:
        if review.status != ReviewStatus.PUBLISHED:
            raise AlreadyDecided
        take_back(review, by=by, at=at)
    _log(f"report.{outcome}", made, at=at, by=by)
    return made


def _log(action, made, *, at, by=None):
    record(
        action=action,
        subjects=[f"comment:{made.review.comment_id}"],
        at=at,
        consultation_id=made.review.consultation_id,
        by=by,
    )
