"""The waiting list, strictly in the order in which people joined it.

What becomes free is offered to whoever is first, and held for the hours the editor set. Who does
not answer in time leaves the list, and the next in line is asked. Somebody who waits for two places
is not passed over for somebody who waits for one: places stay free until both can come.
"""

from datetime import timedelta

from django.db import transaction

from events.domain.booking_places import lock_session, note_whether_full, taken_of, terms_of
from events.enums import BookingStatus, News
from events.models import Booking, EventSession
from events.signals import booking_news
from records.domain.log import record


class OfferGone(Exception):
    """It was not answered in time, or was never made."""


def offer_what_is_free(session, *, at):
    """Offer each free place to whoever waits first. The caller holds the session's lock."""
    terms = terms_of(session.event)
    if terms is None or session.is_off or at >= session.starts_at:
        return
    taken = taken_of(session)
    if not taken.in_line:
        return
    left = taken.left
    until = min(at + timedelta(hours=terms.hold_hours), session.starts_at)
    for booking in Booking.objects.in_line().filter(session=session):
        if left is not None and booking.places > left:
            return
        booking.session = session
        booking.status, booking.offered_until = BookingStatus.OFFERED, until
        booking.save(update_fields=["status", "offered_until"])
        left = None if left is None else left - booking.places
        booking_news.send(Booking, booking=booking, news=News.OFFERED, at=at)


@transaction.atomic
def accept(*, booking_pk, at, by=None):
    """Take the place that is held: until, not including, the moment it is held until.

    Accepted again, it stays booked. `by` is an editor who was told on the telephone. Raises
    OfferGone.
    """
    session_pk = Booking.objects.values_list("session_id", flat=True).get(pk=booking_pk)
    session = lock_session(session_pk)
    booking = Booking.objects.select_for_update().get(pk=booking_pk)
    booking.session = session
    if booking.status == BookingStatus.BOOKED:
        return booking
    if booking.status != BookingStatus.OFFERED or at >= booking.offered_until or session.is_off:
        raise OfferGone
    booking.status, booking.booked_at, booking.offered_until = BookingStatus.BOOKED, at, None
    booking.save(update_fields=["status", "booked_at", "offered_until"])
    if by is not None:
        record(action="bookings.accepted", subjects=[f"booking:{booking.pk}"], at=at, by=by)
    booking_news.send(Booking, booking=booking, news=News.BOOKED, at=at)
    return booking


def to_be_rung(session, *, at):
    """Those for whom a place is held and to whom no letter can go: somebody has to ring them."""
    offered = Booking.objects.filter(session=session, status=BookingStatus.OFFERED, email="")
    return list(offered.filter(offered_until__gt=at).select_related("organisation").order_by("pk"))


def pass_on(*, at):
    """Pass on every offer that was not answered in time. How many were; may run at any time.

    It also offers what became free in another way, such as by an editor who adds places.
    """
    concerned = Booking.objects.filter(
        status__in=[BookingStatus.OFFERED, BookingStatus.WAITING], forgotten_at__isnull=True
    )
    sessions = concerned.filter(session__ends_at__gt=at).values_list("session_id", flat=True)
    lapsed = concerned.filter(status=BookingStatus.OFFERED, offered_until__lte=at)
    sessions = {*sessions, *lapsed.values_list("session_id", flat=True)}
    return sum(_pass_on(pk, at) for pk in sorted(sessions))


def look_again(event, *, at):
    """After an editor changed an event: offer the places there are now, and say whether it is full.

    What an older version of the page said about that counts no more.
    """
    if terms_of(event) is not None:
        ahead = EventSession.objects.filter(event=event, ends_at__gt=at)
        for pk in ahead.order_by("starts_at", "pk").values_list("pk", flat=True):
            _pass_on(pk, at)


@transaction.atomic
def _pass_on(session_pk, at):
    session = lock_session(session_pk)
    lapsed = list(
        Booking.objects.filter(
            session=session, status=BookingStatus.OFFERED, offered_until__lte=at
        ).order_by("pk")
    )
    for booking in lapsed:
        booking.session = session
        booking.status, booking.offered_until = BookingStatus.LAPSED, None
        booking.save(update_fields=["status", "offered_until"])
        booking_news.send(Booking, booking=booking, news=News.LAPSED, at=at)
    offer_what_is_free(session, at=at)
    note_whether_full(session)
    return len(lapsed)
