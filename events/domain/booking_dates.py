"""Booking all coming dates of an event at once, and cancelling all of them.

One form makes a booking for each date, with one code and one letter. There is a place on every date
or nothing is booked: nobody is put on a waiting list for some of them. All sessions are locked in
one order, so that two such forms wait for each other and never for good.
"""

from uuid import uuid4

from django.db import transaction

from events.domain.booking import (
    CannotBook,
    CannotChange,
    NotEnoughPlaces,
    TooManyPlaces,
    a_booking,
    note_cancelled,
    note_taken,
    organisation_of,
    refuse_too_many,
    write_answers,
)
from events.domain.booking_places import (
    booking_state,
    lock_session,
    may_still_be_changed,
    note_whether_full,
    taken_by_session,
    terms_of,
)
from events.domain.booking_quotas import QuotaTaken
from events.domain.waiting import offer_what_is_free
from events.enums import BookingChannel, BookingState, BookingStatus, News
from events.models import Booking, EventSession
from events.signals import booking_news
from records.domain.references import key_hash


class DatesFull(Exception):
    """These `sessions` have not as many places as are asked for, or others wait for them."""

    def __init__(self, sessions):
        super().__init__(sessions)
        self.sessions = sessions


class OnDate(Exception):
    """What is refused for one `session`: `refusal` is what one date would raise."""

    def __init__(self, session, refusal):
        super().__init__(session, refusal)
        self.session, self.refusal = session, refusal


@transaction.atomic
def book_all(*, event_pk, key, details, at, user=None, by=None, channel=BookingChannel.WEB):
    """Book every date that can be booked at this moment; the bookings, the earliest first.

    The same key gives the same bookings. Raises CannotBook, DatesFull, TooManyPlaces or OnDate, and
    then nothing is written.
    """
    sessions = _lock(EventSession.objects.filter(event=event_pk))
    if known := Booking.objects.filter(key_hash=key_hash(key)).first():
        return made_together(known)
    terms = terms_of(sessions[0].event) if sessions else None
    states = {one: booking_state(one, terms=terms, at=at) for one in sessions}
    sessions = [one for one, state in states.items() if state == BookingState.OPEN]
    if not sessions or not terms.offers_all_dates:
        raise CannotBook(next(iter(states.values()), BookingState.NOT_HERE))
    organisation = organisation_of(details)
    _refuse(sessions, terms, organisation, details.places)
    together, bookings = uuid4(), []
    for number, session in enumerate(sessions):
        booking = a_booking(
            session,
            key=key,
            status=BookingStatus.BOOKED,
            details=details,
            organisation=organisation,
            at=at,
        )
        booking.key_hash = key_hash(f"{key}:{session.pk}" if number else key)
        booking.together, booking.user = together, user
        booking.taken_by, booking.channel = by, channel
        booking.save()
        write_answers(booking, details)
        note_whether_full(session)
        bookings.append(booking)
    note_taken(bookings, at=at)
    booking_news.send(Booking, booking=bookings[0], news=News.BOOKED, at=at, together=bookings)
    return bookings


def made_together(booking):
    """The bookings of the same form with their sessions, the earliest first; else only this one."""
    found = Booking.objects.filter(forgotten_at__isnull=True)
    found = (
        found.filter(together=booking.together) if booking.together else found.filter(pk=booking.pk)
    )
    return list(
        found.select_related("session__event", "session__venue", "organisation").order_by(
            "session__starts_at", "pk"
        )
    )


@transaction.atomic
def cancel_all(*, booking_pk, at):
    """Cancel this booking and those made together with it, as far as they have not started.

    One letter says which. Raises CannotChange where there is nothing to cancel.
    """
    booking = Booking.objects.get(pk=booking_pk)
    concerned = Booking.objects.filter(pk=booking_pk)
    if booking.together:
        concerned = Booking.objects.filter(together=booking.together)
    sessions = {
        one.pk: one
        for one in _lock(EventSession.objects.filter(pk__in=concerned.values("session")))
    }
    cancelled = []
    for one in concerned.current().select_for_update().order_by("pk"):
        one.session = sessions[one.session_id]
        if may_still_be_changed(one.session, at=at):
            note_cancelled(one, at=at)
            cancelled.append(one)
    if not cancelled:
        raise CannotChange
    cancelled.sort(key=lambda one: (one.session.starts_at, one.pk))
    booking_news.send(Booking, booking=cancelled[0], news=News.CANCELLED, at=at, together=cancelled)
    for one in cancelled:
        offer_what_is_free(one.session, at=at)
        note_whether_full(one.session)
    return cancelled


def _lock(sessions):
    """These sessions, locked in the order of their dates, in which an event saves them too."""
    ordered = sessions.order_by("starts_at", "pk").values_list("pk", flat=True)
    return [lock_session(pk) for pk in ordered]


def _refuse(sessions, terms, organisation, places):
    taken = taken_by_session(sessions)
    full = [
        one for one in sessions if taken[one.pk].in_line or not taken[one.pk].has_room_for(places)
    ]
    if full and places <= terms.most_places:
        raise DatesFull(full)
    for session in sessions:
        try:
            refuse_too_many(session, terms, organisation, places)
        except (NotEnoughPlaces, TooManyPlaces, QuotaTaken) as refusal:
            raise OnDate(session, refusal) from None
