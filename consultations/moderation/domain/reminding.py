"""Who is reminded of what waits too long: at three quarters of its time, at its end, and at half as
much again.

The clock runs on working days only, and each mark is told of once. Numbers are passed on, never a
comment: whoever is reminded may not be allowed to read all of them.
"""

import math
from collections import Counter
from datetime import datetime, time, timedelta
from functools import lru_cache

from django.contrib.auth import get_user_model
from django.db.models import Max
from django.utils import timezone

from calendars.working_days import add_working_days, days_of, is_working_day
from consultations.moderation.domain.waiting import USUAL_DAYS, due_at
from consultations.moderation.enums import OPEN_STATUSES, ReviewStatus
from consultations.moderation.models import Review, Route
from people.enums import Role

A_DAY = timedelta(days=1)
THREE_QUARTERS, ALL, HALF_AGAIN = 75, 100, 150
MARKS = (HALF_AGAIN, ALL, THREE_QUARTERS)
FROM_HOUR = 8
AT_ONCE = 500


def is_time_to_remind(now):
    """On working days from eight in the morning."""
    local = timezone.localtime(now)
    return is_working_day(local.date()) and local.hour >= FROM_HOUR


def working_time(start, end):
    """How much of this time lies on working days."""
    total = timedelta()
    for day in days_of(timezone.localdate(start), timezone.localdate(end)):
        if is_working_day(day):
            lasts = min(end, _midnight(day + A_DAY)) - max(start, _midnight(day))
            total += max(lasts, timedelta())
    return total


def mark_of(due, days, *, now):
    """The highest mark that the clock has passed, in per cent of the days allowed; 0 before any.

    What is to be read on the day it came has that one day.
    """
    clock = max(days, 1) * A_DAY
    used = clock - working_time(now, due) if now < due else clock + working_time(due, now)
    return next((mark for mark in MARKS if used * 100 >= clock * mark), 0)


def passed_marks(*, now):
    """Reviews that passed a mark nobody was reminded of, as {mark: [(review id, holder id), …]}.

    The holder is None where it lies on nobody's pile or waits for a second person.
    """
    longest = max(Route.objects.aggregate(most=Max("working_days"))["most"] or 0, USUAL_DAYS)
    ahead = add_working_days(timezone.localdate(now), math.ceil(longest / 4) + 1)
    rows = Review.objects.filter(
        status__in=OPEN_STATUSES, reminded__lt=HALF_AGAIN, due_at__lte=due_at(_midnight(ahead), 0)
    ).values_list("pk", "status", "due_at", "route__working_days", "assigned_to", "reminded")
    asked = lru_cache(maxsize=1024)(lambda due, days: mark_of(due, days, now=now))
    passed = {}
    for pk, status, due, days, holder, reminded in rows.order_by().iterator():
        mark = asked(due, USUAL_DAYS if days is None else days)
        if mark > reminded:
            theirs = holder if status == ReviewStatus.WAITING else None
            passed.setdefault(mark, []).append((pk, theirs))
    return passed


def note_reminded(passed):
    for mark, found in passed.items():
        ids = [pk for pk, _ in found]
        for start in range(0, len(ids), AT_ONCE):
            Review.objects.filter(pk__in=ids[start : start + AT_ONCE]).update(reminded=mark)


def digests(passed):
    """[(person, {mark: how many}), …]: holders of all of theirs, chairs of what nobody holds and of
    what is late, officers of what is late by half as much again.
    """
    chairs, officers = _in_group(Role.BOARD_CHAIR), _in_group(Role.ENGAGEMENT_OFFICER)
    counts = {}
    for mark, found in passed.items():
        for _, holder in found:
            told = {holder} if holder else set(chairs)
            if mark >= ALL:
                told |= chairs
            if mark >= HALF_AGAIN:
                told |= officers
            for user in told:
                counts.setdefault(user, Counter())[mark] += 1
    people = get_user_model().objects.filter(pk__in=counts, is_active=True).exclude(email="")
    return [(person, counts[person.pk]) for person in people.order_by("pk")]


def _in_group(role):
    members = get_user_model().objects.filter(groups__name=role.value)
    return set(members.values_list("pk", flat=True))


def _midnight(day):
    return timezone.make_aware(datetime.combine(day, time.min))
