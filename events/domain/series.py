"""More sessions for an event, another event like one, and an event that is called off."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from events.domain.calendar import LONDON
from events.enums import EventStatus
from events.models import EventPage, EventSession


@transaction.atomic
def add_sessions(*, event, days: list[date], by):
    """Give `event` a session like its last one on each of these days, unless it has one then.

    The sessions go public at once where the event is public, has no unpublished changes and `by`
    may publish; otherwise they are in its draft. Returns how many there are now and whether they
    are public.
    """
    event = _locked(event)
    publishes = event.live and not event.has_unpublished_changes and _may_publish(event, by)
    latest = event.get_latest_revision_as_object()
    sessions = latest.sessions.get_object_list()
    model = max(sessions, key=lambda session: session.starts_at)
    taken = {session.starts_at for session in sessions}
    new = [like(model, day=day) for day in days]
    new = [session for session in new if session.starts_at not in taken]
    latest.sessions = [*sessions, *new]
    _keep(latest, by=by, publishes=publishes)
    return len(new), publishes


def like(model, *, day: date):
    """A session on another day, at the same time by the clocks of London."""
    shift = day - _wall(model.starts_at).date()
    return EventSession(
        starts_at=_london(_wall(model.starts_at) + shift),
        ends_at=_london(_wall(model.ends_at) + shift),
        venue=model.venue,
        online_url=model.online_url,
        places=model.places,
    )


@transaction.atomic
def copy_event(*, event, title: str, starts_at: datetime, by):
    """An unpublished event like this one whose first session starts then.

    The others keep their distance from it, and so does the day on which booking closes. What had
    changed about the old one is not said of the new one.
    """
    source = EventPage.objects.get(pk=event.pk)
    copy = source.copy(
        update_attrs={"title": title, "slug": "", "draft_title": title, "change_note": ""},
        copy_revisions=False,
        keep_live=False,
        user=by,
    )
    sessions = list(copy.sessions.all())
    shift = _wall(starts_at) - _wall(min(session.starts_at for session in sessions))
    copy.sessions = [_moved(session, shift) for session in sessions]
    if copy.booking_closes_at:
        copy.booking_closes_at = _london(_wall(copy.booking_closes_at) + shift)
    copy.save()
    copy.save_revision(user=by)
    return copy


def _moved(session, shift):
    session.starts_at = _london(_wall(session.starts_at) + shift)
    session.ends_at = _london(_wall(session.ends_at) + shift)
    session.status = EventStatus.SCHEDULED
    session.is_full = False
    return session


@transaction.atomic
def call_off(*, event, status: EventStatus, note: str, by, now: datetime):
    """Cancel or postpone all sessions that are not over, in public and at once.

    Changes that were not published stay in the event's history. Returns how many sessions.
    """
    event = _locked(event)
    sessions = event.sessions.get_object_list()
    ahead = [session for session in sessions if session.ends_at > now]
    for session in ahead:
        session.status = status
    event.change_note = note
    _keep(event, by=by, publishes=True)
    return len(ahead)


def _locked(event):
    return EventPage.objects.select_for_update().get(pk=event.pk)


def _may_publish(event, by):
    return event.permissions_for_user(by).can_publish()


def _keep(event, *, by, publishes):
    revision = event.save_revision(user=by, log_action=True)
    if publishes:
        revision.publish(user=by)


def _wall(moment):
    """The time by the clock on a wall in London, without a zone: days can be added to it."""
    return timezone.make_naive(moment, LONDON)


def _london(moment):
    return moment.replace(tzinfo=LONDON)
