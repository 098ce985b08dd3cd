"""Whether the Board reads as quickly as a consultation promises."""

from datetime import datetime, time

from django.utils import timezone

from calendars.working_days import add_working_days
from consultations.moderation.models import Review


def unread_too_long(consultation, *, now):
    """How many comments wait longer than promised: one query, or none where nothing is.

    What comes in on one day is to be read by the end of the working day so many after it.
    """
    days = consultation.read_within
    if not days:
        return 0
    first_in_time = add_working_days(timezone.localdate(now), -days)
    since = timezone.make_aware(datetime.combine(first_in_time, time.min))
    return Review.objects.open().filter(consultation=consultation, received_at__lt=since).count()
