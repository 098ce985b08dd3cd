"""What an editor tells everybody who has booked: a message of their own, or that it is off."""

from django.db import transaction

from events.domain.booking_places import lock_session
from events.enums import BookingStatus, EventStatus, News
from events.models import BookerMessage, Booking, EventSession
from events.signals import bookers_written_to, booking_news
from records.domain.log import record
from records.domain.references import key_hash


class NotCalledOff(Exception):
    """It goes ahead, so nobody can be told that it does not."""


def reached(session, *, includes_waiting=False):
    """The bookings a message would reach: those with a place first, then those who wait."""
    statuses = BookingStatus.current() if includes_waiting else [BookingStatus.BOOKED]
    bookings = Booking.objects.filter(session=session, status__in=statuses).exclude(email="")
    return sorted(bookings, key=lambda one: (one.status != BookingStatus.BOOKED, one.pk))


def without_address(session):
    """How many have a place and no address: they have to be told in another way."""
    return Booking.objects.filter(
        session=session, status__in=BookingStatus.current(), email="", forgotten_at__isnull=True
    ).count()


@transaction.atomic
def send_message(*, session_pk, key, subject, body, includes_waiting=False, by, at):
    """Queue a letter to each booking. The same form sent again sends no second letter."""
    session = lock_session(session_pk)
    if known := BookerMessage.objects.filter(key_hash=key_hash(key)).first():
        return known
    bookings = reached(session, includes_waiting=includes_waiting)
    message = BookerMessage.objects.create(
        session=session,
        key_hash=key_hash(key),
        subject=subject,
        body=body,
        includes_waiting=includes_waiting,
        sent_by=by,
        sent_at=at,
        letters=len(bookings),
    )
    record(action="bookings.message", subjects=[f"session:{session.pk}"], at=at, by=by)
    bookers_written_to.send(BookerMessage, message=message, bookings=bookings)
    return message


def untold(event, *, now):
    """(session, how many bookings) where it is cancelled and those who booked have not been told.

    What is over by now is left in peace.
    """
    sessions = EventSession.objects.filter(
        event=event, status=EventStatus.CANCELLED, ends_at__gt=now
    ).select_related("event", "venue")
    found = [(session, len(to_be_told(session))) for session in sessions]
    return [(session, count) for session, count in found if count]


def to_be_told(session):
    bookings = Booking.objects.filter(session=session, told_off_at__isnull=True)
    return list(bookings.current().booked_ahead().select_related("session__event").order_by("pk"))


@transaction.atomic
def tell_called_off(*, session_pk, by, at):
    """Tell everybody who has booked, or waits, that it is cancelled. How many bookings were.

    Bookings stay as they are: it is the session that is off. Raises NotCalledOff.
    """
    session = lock_session(session_pk)
    if session.status != EventStatus.CANCELLED:
        raise NotCalledOff
    bookings = to_be_told(session)
    for booking in bookings:
        booking.session = session
        booking.told_off_at = at
        booking_news.send(Booking, booking=booking, news=News.CALLED_OFF, at=at)
    Booking.objects.bulk_update(bookings, ["told_off_at"])
    if bookings:
        record(action="bookings.called-off", subjects=[f"session:{session.pk}"], at=at, by=by)
    return len(bookings)
