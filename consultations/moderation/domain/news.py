"""One letter a response: its author is told of all its comments together, once the last is decided.

What is decided is told at the latest five working days after, even if the rest still waits; then a
second letter tells of the rest. After the last decision a quarter of an hour is left to put a slip
right.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from calendars.working_days import add_working_days, is_working_day
from consultations.moderation.domain.appealing import in_force
from consultations.moderation.domain.reasons import NOT_BY_LETTER
from consultations.moderation.enums import OPEN_STATUSES, DecisionKind, ReviewStatus
from consultations.moderation.models import ModerationDecision, Review, Untold
from consultations.responses.models import Comment, Response

SLIP = timedelta(minutes=15)
LONGEST = 5  # working days
MOST_AT_ONCE = 200
TOLD = (ReviewStatus.PUBLISHED, ReviewStatus.HELD, ReviewStatus.NOT_A_RESPONSE)


@dataclass(frozen=True)
class News:
    """What a letter tells: its comments, in their order, and what limits some of them, by id."""

    response: Response
    comments: list
    limits: dict
    untold_id: int
    is_all: bool


@transaction.atomic
def take_news(*, now, tell):
    """Call `tell` with the `News` of each response whose time has come; how many there were.

    In the same transaction as the letters, so that each is told once and none is lost. From now on
    an author has the whole time to appeal, whenever it was decided.
    """
    due = _due(now).select_related("response__consultation", "response__respondent")
    rows = list(due.select_for_update(of=("self",), skip_locked=_can_skip())[:MOST_AT_ONCE])
    told = [news for news in map(_news_of, rows) if news is not None]
    for news in told:
        tell(news)
        kept = [limit.pk for limit in news.limits.values()]
        ModerationDecision.objects.filter(pk__in=kept).update(told_at=now)
    Untold.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return len(told)


def _due(now):
    of_it = Review.objects.filter(comment__response=OuterRef("response"))
    unsettled = of_it.filter(Q(status__in=OPEN_STATUSES) | Q(decided_at__gt=now - SLIP))
    settled = Q(since__lte=now - SLIP) & ~Exists(unsettled)
    return Untold.objects.filter(settled | Q(since__lt=_too_long_ago(now)))


def _too_long_ago(now):
    """The end of the day whose fifth working day is today, or was the last one."""
    today = timezone.localdate(now)
    last = today if is_working_day(today) else add_working_days(today, -1)
    day = add_working_days(last, -LONGEST)
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def _news_of(row):
    """None where nobody can be written to, or nothing that was decided stands any more."""
    response = row.response
    respondent = getattr(response, "respondent", None)
    if response.withdrawn_at or respondent is None or not respondent.email:
        return None
    comments = list(
        Comment.objects.filter(_is_news(row), response=response, review__status__in=TOLD)
        .distinct()
        .select_related("consultation", "draft", "section", "passage", "response")
        .order_by("position")
    )
    limits = in_force(comments) if comments else {}
    # A letter could put somebody in danger.
    quiet = {pk for pk, limit in limits.items() if limit.reason in NOT_BY_LETTER}
    comments = [comment for comment in comments if comment.pk not in quiet]
    if not comments:
        return None
    open_still = Review.objects.filter(comment__response=response, status__in=OPEN_STATUSES)
    return News(
        response=response,
        comments=comments,
        limits={pk: limit for pk, limit in limits.items() if pk not in quiet},
        untold_id=row.pk,
        is_all=not open_still.exists(),
    )


def _is_news(row):
    name = Q(
        review__decisions__kind=DecisionKind.HIDE_NAME,
        review__decisions__at__gte=row.since,
        response__name_hidden_at__isnull=False,
    )
    return Q(review__decided_at__gte=row.since) | name


def _can_skip():
    return connection.features.has_select_for_update_skip_locked
