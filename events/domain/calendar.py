"""Past, today, this week, coming: each session is in exactly one, by the days of London.

A session lasts from its start up to, not including, its end. So one that ends at midnight belongs
to the day before, and since each ends after it starts, none is in two parts or in none. `events`
below are any rows with `starts_at` and `ends_at`.
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from events.enums import Progress, When

LONDON = ZoneInfo("Europe/London")


def day_of(now: datetime) -> tuple[datetime, datetime]:
    """The midnight before this moment and the one after it: 23 or 25 hours when clocks change."""
    today = today_of(now)
    return _midnight(today), _midnight(today + timedelta(days=1))


def _midnight(day):
    return datetime.combine(day, time.min, tzinfo=LONDON)


def today_of(now: datetime):
    return now.astimezone(LONDON).date()


def week_ends(now: datetime) -> datetime:
    """The midnight between this Sunday and Monday."""
    today = today_of(now)
    return _midnight(today + timedelta(days=7 - today.weekday()))


def past(events, *, now: datetime):
    """Over before today began; the latest first."""
    day_begins, _ = day_of(now)
    return events.filter(ends_at__lte=day_begins).order_by("-starts_at", "-pk")


def today(events, *, now: datetime):
    """Some of it is today, even if it is over by now; the earliest first."""
    day_begins, day_ends = day_of(now)
    return events.filter(starts_at__lt=day_ends, ends_at__gt=day_begins).order_by("starts_at", "pk")


def this_week(events, *, now: datetime):
    """Starts after today and before Monday: on a Sunday nothing does."""
    _, day_ends = day_of(now)
    found = events.filter(starts_at__gte=day_ends, starts_at__lt=week_ends(now))
    return found.order_by("starts_at", "pk")


def upcoming(events, *, now: datetime):
    """Starts in a later week; the earliest first."""
    return events.filter(starts_at__gte=week_ends(now)).order_by("starts_at", "pk")


def not_past(events, *, now: datetime):
    """Today's, then this week's, then what comes later: they start in that order."""
    day_begins, _ = day_of(now)
    return events.filter(ends_at__gt=day_begins).order_by("starts_at", "pk")


def in_part(events, part, *, now: datetime):
    """Those in this part of the list, a `When`; without one, all that are not past."""
    parts = {
        When.PAST: past,
        When.TODAY: today,
        When.WEEK: this_week,
        When.COMING: upcoming,
    }
    return parts.get(part, not_past)(events, now=now)


def when(event, *, now: datetime) -> When:
    """The part of the list that an event already fetched is in: always exactly one."""
    day_begins, day_ends = day_of(now)
    if event.ends_at <= day_begins:
        return When.PAST
    if event.starts_at < day_ends:
        return When.TODAY
    return When.WEEK if event.starts_at < week_ends(now) else When.COMING


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
