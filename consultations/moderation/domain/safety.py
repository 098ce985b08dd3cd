"""Comments that are not to be shown, in which somebody may be at risk: read the same day, by the
people whom the safeguarding route names, and by nobody else.

Such a reading is no decision about a comment: it changes no status, no count and no page.
"""

from django.db import transaction
from django.db.models import Exists, Q

from consultations.moderation.domain.readers import PERMISSION, Reader
from consultations.moderation.domain.routes import route_for
from consultations.moderation.domain.waiting import due_at
from consultations.moderation.enums import Concern, ReviewStatus, SafetyOutcome
from consultations.moderation.models import SafetyReading
from people.enums import Role
from records.domain.log import record

SAME_DAY = 0


class NotToBeRead(Exception):
    """Not for this person to read, or read by somebody else meanwhile."""


class NeedsSomebody(Exception):
    """It was passed on, and nobody said to whom."""


def ask_for_safety_readings(reviews, *, facts, routes):
    """Write a reading for each of these private reviews, in one query.

    `facts` by review id; `routes` are those in use, of which only safeguarding ones are asked.
    """
    asked = [route for route in routes if route.concern == Concern.SAFEGUARDING]
    readings = []
    for review in reviews:
        route = route_for(facts[review.pk], asked)
        due = due_at(review.received_at, SAME_DAY)
        task = route.first_task_id if route else None
        readings.append(SafetyReading(review=review, task_id=task, due_at=due))
    SafetyReading.objects.bulk_create(readings)


def safety_readings_for(user, *, now=None, reader=None):
    """The readings that wait for this person, the most pressing first.

    They are in a group of its task and may read for the Board today; never about an organisation
    they have to do with. Nobody is let in by rank, not even a superuser. What its author changed or
    took back is gone from here as from the desk. `reader` as in `queue.visible_to`.
    """
    if not user.is_active or not user.has_perm(PERMISSION):
        return SafetyReading.objects.none()
    reader = reader or Reader(user, now=now)
    is_chair = Exists(user.groups.filter(name=Role.BOARD_CHAIR.value))
    named = Q(task__in=reader.tasks) | Q(is_chair, task__isnull=True)
    return (
        SafetyReading.objects.filter(named & reader.has_seat)
        .filter(outcome="", review__status=ReviewStatus.NOT_FOR_PUBLICATION)
        .exclude(review__in=reader.of_their_organisations)
        .exclude(review__in=reader.stepped_back_from)
        .order_by("due_at", "pk")
    )


@transaction.atomic
def close_safety_reading(*, reading_id, outcome, by, at, passed_to=""):
    """Say what came of it. Raises NotToBeRead; NeedsSomebody where it was passed on to nobody.

    The log keeps that it was read, what came of it and by whom; never to whom it went.
    """
    outcome = SafetyOutcome(outcome)
    passed_to = " ".join(passed_to.split()) if outcome == SafetyOutcome.PASSED_ON else ""
    if outcome == SafetyOutcome.PASSED_ON and not passed_to:
        raise NeedsSomebody
    found = safety_readings_for(by, now=at).select_for_update(of=("self",))
    reading = found.select_related("review").filter(pk=reading_id).first()
    if reading is None:
        raise NotToBeRead
    reading.outcome, reading.passed_to, reading.by, reading.at = outcome, passed_to, by, at
    reading.save(update_fields=["outcome", "passed_to", "by", "at"])
    record(
        action=f"safety.{outcome}",
        subjects=[f"comment:{reading.review.comment_id}"],
        at=at,
        consultation_id=reading.review.consultation_id,
        by=by,
    )
    return reading
