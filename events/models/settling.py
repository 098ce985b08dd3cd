"""What follows from an event's sessions, worked out before each save, whichever road led to it.

It lives beside the models because `EventPage.save()` is the one path that the editor, a workflow,
bulk publishing, the schedule and a copy all share.
"""

from uuid import uuid4

from events.enums import EventStatus

from .sessions import EventSession

# A change of any of these is a change in people's calendars.
IN_CALENDARS = ("starts_at", "ends_at", "venue_id", "online_url", "status")


def settle(event, *, now):
    """Bring the sessions of `event` in order and copy to it what follows from them.

    What was published once is compared with what is stored: a session that was taken away comes
    back as cancelled, one that was moved keeps the date it was first planned for.
    """
    before = _stored(event)
    stored = {session.pk: session for session in before.sessions} if before else {}
    sessions = [session for session in event.sessions.get_object_list() if session.starts_at]
    _recognise(sessions, stored)
    published = bool(before and before.first_published_at)
    if published:
        sessions += _taken_away(sessions, stored, now=now)
    _give_uids(sessions, stored)
    for session in sessions:
        was = stored.get(session.pk)
        _settle_session(session, was=was, published=published)
        renamed = bool(before) and before.title != event.title
        _count_change(session, was=was, renamed=renamed, published=published, now=now)
    _order(event, sessions)
    _derive(event, sessions)


class _Before:
    def __init__(self, title, first_published_at, sessions):
        self.title = title
        self.first_published_at = first_published_at
        self.sessions = sessions


def _stored(event):
    if event.pk is None:
        return None
    row = type(event).objects.filter(pk=event.pk).values_list("title", "first_published_at").first()
    return row and _Before(*row, list(EventSession.objects.filter(event_id=event.pk)))


def _recognise(sessions, stored):
    """Give a session without a key the row it is: a revision may be older than its rows."""
    taken = {session.pk for session in sessions if session.pk}
    free = [was for was in stored.values() if was.pk not in taken]
    for same in (lambda s: s.uid, lambda s: s.starts_at):
        for session in [session for session in sessions if session.pk is None]:
            was = next((row for row in free if same(row) == same(session)), None)
            if was is not None:
                session.pk = was.pk
                session._state.adding = False
                free.remove(was)


def _taken_away(sessions, stored, *, now):
    kept = {session.pk for session in sessions}
    missing = [was for was in stored.values() if was.pk not in kept]
    for session in missing:
        if session.ends_at > now:
            session.status = EventStatus.CANCELLED
    return missing


def _give_uids(sessions, stored):
    """A stored session keeps its own; a new one that is a copy gets another."""
    new = [session for session in sessions if session.pk not in stored]
    taken = set()
    if new:
        wanted = [session.uid for session in new]
        taken = set(EventSession.objects.filter(uid__in=wanted).values_list("uid", flat=True))
    for session in sessions:
        was = stored.get(session.pk)
        if was:
            session.uid = was.uid
        elif session.uid in taken:
            session.uid = uuid4()
            session.sequence = 0
            session.previous_starts_at = session.changed_at = None
        taken.add(session.uid)


def _settle_session(session, *, was, published):
    """Keep the first date of a session that was moved; one moved back is as it was planned."""
    if was:
        session.previous_starts_at = was.previous_starts_at
    if was and published and session.starts_at != was.starts_at:
        session.previous_starts_at = was.previous_starts_at or was.starts_at
        if session.status == was.status == EventStatus.POSTPONED:
            session.status = EventStatus.SCHEDULED
    if session.previous_starts_at == session.starts_at:
        session.previous_starts_at = None
    if session.status in EventStatus.going_ahead():
        moved = session.previous_starts_at is not None
        session.status = EventStatus.RESCHEDULED if moved else EventStatus.SCHEDULED


def _count_change(session, *, was, renamed, published, now):
    if was is None:
        session.changed_at = session.changed_at or now
        return
    changed = any(getattr(session, name) != getattr(was, name) for name in IN_CALENDARS)
    differs = changed or renamed
    session.sequence = was.sequence + (published and differs)
    session.changed_at = now if differs else was.changed_at


def _order(event, sessions):
    sessions.sort(key=lambda session: (session.starts_at, session.pk or 0))
    for number, session in enumerate(sessions):
        session.sort_order = number
    event.sessions = sessions


def _derive(event, sessions):
    """From the first start to the last end of what goes ahead, or of all if nothing does."""
    going_ahead = [session for session in sessions if not session.is_off]
    counted = going_ahead or sessions
    event.starts_at = min((session.starts_at for session in counted), default=None)
    event.ends_at = max((session.ends_at for session in counted if session.ends_at), default=None)
    event.status = _status(sessions, going_ahead)


def _status(sessions, going_ahead):
    statuses = {session.status for session in (going_ahead or sessions)}
    for status in (EventStatus.RESCHEDULED, EventStatus.POSTPONED, EventStatus.CANCELLED):
        if status in statuses:
            return status
    return EventStatus.SCHEDULED
