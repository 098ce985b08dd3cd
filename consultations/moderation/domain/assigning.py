"""Whose pile a comment lies on: drawn by lot among those with the least to read.

One member reads the whole of a response, unless a route led a part of it elsewhere. Nobody is given
what they may not see: `queue.visible_to` is asked, and has the last word whenever they read.
"""

from collections import Counter
from datetime import timedelta
from random import SystemRandom

from django.contrib.auth import get_user_model
from django.db import transaction

from consultations.moderation.domain.queue import visible_to
from consultations.moderation.domain.readers import PERMISSION
from consultations.moderation.domain.waiting import due_at
from consultations.moderation.enums import ReviewStatus
from consultations.moderation.models import BoardReviewTask, Review
from records.domain.log import record

MOST_AT_ONCE = 1_000
# What lies unread on a pile for so many working days is given to somebody else.
LAPSES_AFTER = 3


class MayNotRead(Exception):
    """They are not in the groups of its task, or have to do with the organisation."""


def assign_waiting(*, now, lots=None):
    """Give what waits on nobody's pile to somebody; how many comments were given.

    Runs by the clock. `lots` draws among equals: `random.Random(1)` makes it repeatable.
    """
    lots = lots or SystemRandom()
    lapsed = _take_from_piles(now)
    with transaction.atomic():
        waiting = list(
            Review.objects.select_for_update(of=("self",))
            .filter(status=ReviewStatus.WAITING, assigned_to__isnull=True)
            .order_by("due_at", "pk")
            .values_list("pk", "comment__response_id", "task_id")[:MOST_AT_ONCE]
        )
        if not waiting:
            return 0
        readers = _readers([pk for pk, _, _ in waiting], now)
        piles = _deal(waiting, readers, loads=_loads(), lots=lots, not_to=lapsed)
        for user, reviews in piles.items():
            Review.objects.filter(pk__in=reviews).update(assigned_to=user, assigned_at=now)
    return sum(map(len, piles.values()))


def _deal(waiting, readers, *, loads, lots, not_to):
    """{user: [review, …]}: a response's part at one task goes to one of those who may read it."""
    parts = {}
    for pk, response, task in waiting:
        parts.setdefault((response, task), []).append(pk)
    loads, piles = Counter(loads), {}
    siblings = _holders_of({response for response, _ in parts})
    for part, reviews in parts.items():
        eligible = set.intersection(*(readers.get(pk, set()) for pk in reviews))
        others = eligible - {not_to.get(pk) for pk in reviews}
        user = choose(others or eligible, loads=loads, lots=lots, before=siblings.get(part))
        if user is not None:
            loads[user] += len(reviews)
            piles.setdefault(user, []).extend(reviews)
    return piles


def choose(eligible, *, loads, lots, before=None):
    """One of these people: who has the rest of the response, else by lot among the least busy."""
    if before in eligible:
        return before
    if not eligible:
        return None
    least = min(loads[user] for user in eligible)
    return lots.choice(sorted(user for user in eligible if loads[user] == least))


def _readers(review_ids, now):
    """Who may read each of these, by review: one query a member of the Board."""
    groups = BoardReviewTask.objects.filter(active=True).values("groups")
    members = get_user_model().objects.filter(is_active=True, groups__in=groups).distinct()
    readers = {}
    for member in members:
        if not member.has_perm(PERMISSION):
            continue
        mine = visible_to(member, now=now).filter(pk__in=review_ids)
        for pk in mine.values_list("pk", flat=True):
            readers.setdefault(pk, set()).add(member.pk)
    return readers


def _loads():
    held = Review.objects.filter(status=ReviewStatus.WAITING, assigned_to__isnull=False)
    return Counter(held.values_list("assigned_to", flat=True))


def _holders_of(responses):
    """Who holds the rest of these responses, by (response, task)."""
    rows = Review.objects.filter(
        comment__response__in=responses,
        status=ReviewStatus.WAITING,
        assigned_to__isnull=False,
    ).values_list("comment__response_id", "task_id", "assigned_to")
    return {(response, task): user for response, task, user in rows}


def _take_from_piles(now):
    """Put back what lay too long on a pile; whose pile it was, by review."""
    held = Review.objects.filter(
        status=ReviewStatus.WAITING,
        assigned_to__isnull=False,
        assigned_at__lt=now - timedelta(days=LAPSES_AFTER),
    ).values_list("pk", "assigned_to", "assigned_at")
    lapsed = {pk: user for pk, user, since in held if due_at(since, LAPSES_AFTER) <= now}
    Review.objects.filter(pk__in=lapsed).update(assigned_to=None, assigned_at=None)
    return lapsed


@transaction.atomic
def hand_over(*, review_id, to, by, at):
    """Give one comment, with the rest of its response at this step, to another member.

    `to` may be None: then it goes to whoever it is drawn to next. Raises Review.DoesNotExist where
    the giver may not see it, MayNotRead where the other may not.
    """
    review = visible_to(by).filter(status=ReviewStatus.WAITING).get(pk=review_id)
    part = Review.objects.select_for_update(of=("self",)).filter(
        comment__response=review.comment.response_id,
        task=review.task_id,
        status=ReviewStatus.WAITING,
    )
    ids = list(part.values_list("pk", flat=True))
    if to is None:
        readers = _readers(ids, at)
        eligible = set.intersection(*(readers.get(pk, set()) for pk in ids)) - {by.pk}
        chosen = choose(eligible, loads=_loads(), lots=SystemRandom())
        if chosen is None:
            raise MayNotRead
        to = get_user_model().objects.get(pk=chosen)
    elif visible_to(to).filter(pk__in=ids).count() < len(ids):
        raise MayNotRead
    Review.objects.filter(pk__in=ids).update(
        assigned_to=to, assigned_at=at, claimed_by=None, claimed_at=None
    )
    record(
        action="comment.handed_over",
        subjects=[f"comment:{review.comment_id}"],
        at=at,
        consultation_id=review.consultation_id,
        by=by,
    )
    return to


def who_may_read(review, *, now, besides):
    """Members this comment may be handed to, by name."""
    readers = _readers([review.pk], now).get(review.pk, set()) - {besides.pk}
    return get_user_model().objects.filter(pk__in=readers).order_by("first_name", "last_name")
