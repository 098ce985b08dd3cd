"""Past, today and coming: every event is in exactly one of the three, by the days of London.

An event lasts from its start up to, not including, its end. So one that ends at midnight belongs
to the day before, and since every event ends after it starts, none is in two lists or in none.
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from events.enums import Progress, When

LONDON = ZoneInfo("Europe/London")


def day_of(now: datetime) -> tuple[datetime, datetime]:
    """The midnight before this moment and the one after it: 23 or 25 hours when clocks change."""
    today = now.astimezone(LONDON).date()
    return _midnight(today), _midnight(today + timedelta(days=1))


def _midnight(day):
    return datetime.combine(day, time.min, tzinfo=LONDON)


def past(events, *, now: datetime):
    """Over before today began; the latest first."""
    day_begins, _ = day_of(now)
    return events.filter(ends_at__lte=day_begins).order_by("-starts_at", "-pk")


def today(events, *, now: datetime):
    """Some of it is today, even if it is over by now; the earliest first."""
    day_begins, day_ends = day_of(now)
    return events.filter(starts_at__lt=day_ends, ends_at__gt=day_begins).order_by("starts_at", "pk")


def upcoming(events, *, now: datetime):
    """Starts on a later day; the earliest first."""
    _, day_ends = day_of(now)
    return events.filter(starts_at__gte=day_ends).order_by("starts_at", "pk")


def today_and_upcoming(events, *, now: datetime):
    """All that is not past. Today's come first, since they start before any that are coming."""
    day_begins, _ = day_of(now)
    return events.filter(ends_at__gt=day_begins).order_by("starts_at", "pk")


def when(event, *, now: datetime) -> When:
    """The list that an event already fetched is in."""
    day_begins, day_ends = day_of(now)
    if event.ends_at <= day_begins:
        return When.PAST
    return When.TODAY if event.starts_at < day_ends else When.COMING


def progress(event, *, now: datetime) -> Progress:
    """Whether an event is yet to start, is on, or is over at this moment."""
    if now < event.starts_at:
        return Progress.BEFORE
    return Progress.DURING if now < event.ends_at else Progress.AFTER


def next_of(sessions, *, now: datetime):
    """The one that is on or comes next and goes ahead; failing that the last one, or None."""
    ahead = [session for session in sessions if session.ends_at > now]
    going = [session for session in ahead if not session.is_off]
    first = going or ahead
    if first:
        return min(first, key=lambda session: session.starts_at)
    return max(sessions, key=lambda session: session.starts_at, default=None)
