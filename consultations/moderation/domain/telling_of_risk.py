"""Who is told by letter that a comment waits in which somebody may be at risk.

Found by the clock and not on arrival, so that whoever joins the group later is told as well.
"""

from django.contrib.auth import get_user_model

from consultations.moderation.domain.queue import visible_to
from consultations.moderation.domain.readers import PERMISSION
from consultations.moderation.domain.safety import safety_readings_for
from consultations.moderation.enums import Concern, ReviewStatus
from consultations.moderation.models import BoardReviewTask, Review, SafetyReading

MOST_AT_ONCE = 200


def at_risk_waiting():
    """Ids of the unread reviews that a safeguarding route took, most pressing first."""
    waiting = Review.objects.filter(
        status=ReviewStatus.WAITING, route__concern=Concern.SAFEGUARDING
    ).order_by("due_at", "pk")
    return list(waiting.values_list("pk", flat=True)[:MOST_AT_ONCE])


def who_to_tell(*, now):
    """[(member, [review of the desk, …], [private review, …]), …]: each may read all of theirs.

    Two queries a member, and none where nothing of the kind waits.
    """
    shown = at_risk_waiting()
    is_private = SafetyReading.objects.filter(outcome="").exists()
    if not shown and not is_private:
        return []
    told = []
    for member in _readers():
        mine = visible_to(member, now=now).filter(pk__in=shown) if shown else Review.objects.none()
        private = safety_readings_for(member, now=now)[:MOST_AT_ONCE] if is_private else []
        on_desk = list(mine.order_by("due_at", "pk").values_list("pk", flat=True))
        apart = [reading.review_id for reading in private]
        if on_desk or apart:
            told.append((member, on_desk, apart))
    return told


def late_for(*, now):
    """{member: how many}: private comments that were to be read on the day they came."""
    open_readings = SafetyReading.objects.filter(outcome="", due_at__lte=now)
    if not open_readings.exists():
        return {}
    counts = {
        member: safety_readings_for(member, now=now).filter(due_at__lte=now).count()
        for member in _readers()
    }
    return {member: count for member, count in counts.items() if count}


def _readers():
    """Members of a group of any step of the Board who have an address: nobody by rank alone."""
    groups = BoardReviewTask.objects.filter(active=True).values("groups")
    members = get_user_model().objects.filter(is_active=True, groups__in=groups).exclude(email="")
    return [member for member in members.distinct() if member.has_perm(PERMISSION)]
