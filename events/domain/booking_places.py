"""How many places a session has, how many are taken, and whether it can be booked just now.

A place is taken by whoever has it and by whoever it is held for. Those who came without a booking
sit on the seats of those who did not come, and take none.
"""

from dataclasses import dataclass

from django.db import connection
from django.db.models import Count, Q, Sum
from django.db.models.functions import Coalesce

from events.enums import BookingChannel, BookingState, BookingStatus
from events.models import Booking, BookingTerms, EventQuestion, EventSession
from pages.caching import pages_changed

LONGEST_WAIT = "20s"
HOLDING = Q(status__in=BookingStatus.holding()) & ~Q(channel=BookingChannel.DOOR)
WAITING = Q(status=BookingStatus.WAITING)
BOOKED = Q(status=BookingStatus.BOOKED) & ~Q(channel=BookingChannel.DOOR)


@dataclass(frozen=True)
class Taken:
    """The figures of one session, in people; `bookings` and `in_line` are rows."""

    places: int | None
    held: int = 0
    booked: int = 0
    bookings: int = 0
    waiting: int = 0
    in_line: int = 0
    came: int = 0
    walked_in: int = 0
    no_shows: int = 0
    unmarked: int = 0

    @property
    def left(self):
        """How many can still be had, or None where the number is not limited."""
        return None if self.places is None else max(0, self.places - self.held)

    @property
    def offered(self):
        return self.held - self.booked

    def has_room_for(self, places):
        return self.left is None or places <= self.left


def lock_session(pk):
    """The session, locked until the transaction ends: whoever counts its places does this first.

    On PostgreSQL it is the row's lock, for which a crowd that books at once may wait its turn
    longer than for any other; on SQLite the whole transaction began with the lock.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = %s", [LONGEST_WAIT])
    return EventSession.objects.select_for_update(of=("self",)).select_related("event").get(pk=pk)


def taken_of(session):
    return taken_by_session([session])[session.pk]


def taken_by_session(sessions):
    """The figures of these sessions, in one query."""
    people = Booking.objects.filter(session__in=[session.pk for session in sessions])
    figures = (
        people.order_by()
        .values("session_id")
        .annotate(
            held=_sum("places", HOLDING),
            booked=_sum("places", BOOKED),
            bookings=Count("pk", filter=BOOKED),
            waiting=_sum("places", WAITING),
            in_line=Count("pk", filter=WAITING),
            came=_sum("attended", Q(status=BookingStatus.BOOKED)),
            walked_in=_sum("attended", Q(channel=BookingChannel.DOOR, status=BookingStatus.BOOKED)),
            marked=_sum("places", BOOKED & Q(attended__isnull=False)),
            marked_came=_sum("attended", BOOKED),
        )
    )
    found = {row.pop("session_id"): row for row in figures}
    return {session.pk: _taken(session, found.get(session.pk)) for session in sessions}


def _sum(field, condition):
    return Coalesce(Sum(field, filter=condition), 0)


def _taken(session, row):
    if row is None:
        return Taken(session.places)
    marked, marked_came = row.pop("marked"), row.pop("marked_came")
    return Taken(
        session.places,
        **row,
        no_shows=marked - marked_came,
        unmarked=row["booked"] - marked,
    )


def taken_by_organisation(session, organisation):
    """The places this organisation has, is offered or waits for."""
    mine = (
        Booking.objects.current().booked_ahead().filter(session=session, organisation=organisation)
    )
    return mine.aggregate(total=Coalesce(Sum("places"), 0))["total"]


def terms_of(event):
    return BookingTerms.objects.filter(event=event).first()


def questions_of(event, *, asked):
    return list(EventQuestion.objects.filter(event=event, asked=asked))


def booking_state(session, *, terms, at):
    """Whether it can be booked at this moment: from its opening up to, not including, its end.

    Booking ends when the editor says so, and when the session starts at the latest.
    """
    event = session.event
    if terms is None:
        return BookingState.NOT_HERE
    if session.is_off or not event.live:
        return BookingState.OFF
    if at >= booking_ends_at(session):
        return BookingState.CLOSED
    if terms.opens_at and at < terms.opens_at:
        return BookingState.NOT_YET
    return BookingState.OPEN


def booking_ends_at(session):
    closes_at = session.event.booking_closes_at
    return min(closes_at, session.starts_at) if closes_at else session.starts_at


def may_still_be_changed(session, *, at):
    """Whoever has booked may change it until the session starts, and cancel until then too."""
    return at < session.starts_at and not session.is_off


def is_full(taken):
    """Whether whoever comes now has to wait: no place is left, or others wait already."""
    return taken.left == 0 or taken.in_line > 0


def note_whether_full(session):
    """Have lists and the event's page say whether it is full. The caller holds the lock.

    Kept pages are forgotten only when that has changed, and not with every booking.
    """
    full = is_full(taken_of(session))
    if EventSession.objects.filter(pk=session.pk).exclude(is_full=full).update(is_full=full):
        pages_changed()


def sessions_of(event):
    return list(EventSession.objects.filter(event=event).select_related("event", "venue"))
