"""Making a booking, changing it, giving it to somebody else, and cancelling it.

Each of them locks the session first, so that what is counted stays as it was counted until the
row is written: fifty bookings at once for the last place are one booking and a waiting list.
"""

from dataclasses import dataclass, field

from django.db import IntegrityError, transaction

from events.domain.booking_places import (
    booking_state,
    lock_session,
    may_still_be_changed,
    note_whether_full,
    taken_by_organisation,
    taken_of,
    terms_of,
)
from events.domain.booking_quotas import refuse_over_quota
from events.domain.waiting import offer_what_is_free
from events.enums import BookingChannel, BookingState, BookingStatus, News
from events.models import Booking, BookingAnswer, BookingNeeds
from events.signals import booking_news
from people.domain.organisations import find_or_register
from records.domain.log import record
from records.domain.references import code_for, code_hash, key_hash, new_code, new_reference


class CannotBook(Exception):
    """The session cannot be booked at this moment; `state` says why."""

    def __init__(self, state):
        super().__init__(state)
        self.state = BookingState(state)


class NotEnoughPlaces(Exception):
    """`left` places are left, and there is no waiting list to join."""

    def __init__(self, left):
        super().__init__(left)
        self.left = left


class TooManyPlaces(Exception):
    """One booking, or one organisation, may have `most` places; it has `already` some."""

    def __init__(self, most, already=0):
        super().__init__(most, already)
        self.most, self.already = most, already


class CannotChange(Exception):
    """It is over, called off, or was cancelled."""


@dataclass(frozen=True)
class Details:
    """What a form says of a booking. `answers` are pairs of an EventQuestion and the words."""

    name: str
    email: str = ""
    phone: str = ""
    organisation_name: str = ""
    places: int = 1
    others: str = ""
    access: str = ""
    diet: str = ""
    answers: list = field(default_factory=list)


@transaction.atomic
def book(*, session_pk, key, details, at, user=None, by=None, channel=BookingChannel.WEB):
    """Book, or join the waiting list. The same key gives the same booking, however often it comes.

    `user` is who books while signed in, `by` the editor who takes it down for somebody.
    Raises CannotBook, TooManyPlaces, QuotaTaken or NotEnoughPlaces, and then nothing is written.
    """
    session = lock_session(session_pk)
    if known := Booking.objects.filter(key_hash=key_hash(key)).first():
        return known
    terms = terms_of(session.event)
    state = booking_state(session, terms=terms, at=at)
    if state != BookingState.OPEN:
        raise CannotBook(state)
    organisation = organisation_of(details)
    refuse_too_many(session, terms, organisation, details.places)
    status = _status_for(session, terms, details.places)
    booking = a_booking(
        session, key=key, status=status, details=details, organisation=organisation, at=at
    )
    booking.user, booking.taken_by, booking.channel = user, by, channel
    try:
        with transaction.atomic():
            booking.save()
    except IntegrityError:  # the same form was sent for another session at the same moment
        return Booking.objects.get(key_hash=key_hash(key))
    write_answers(booking, details)
    note_taken([booking], at=at)
    news = News.BOOKED if status == BookingStatus.BOOKED else News.WAITING
    booking_news.send(Booking, booking=booking, news=news, at=at)
    note_whether_full(session)
    return booking


def a_booking(session, *, key, status, details, organisation, at):
    """A booking that is not saved; the code belongs to the form's `key`."""
    return Booking(
        session=session,
        reference=new_reference(),
        key_hash=key_hash(key),
        code_hash=code_hash(code_for(key)),
        status=status,
        places=details.places,
        organisation=organisation,
        made_at=at,
        booked_at=at if status == BookingStatus.BOOKED else None,
        **_contact(details),
    )


def note_taken(bookings, *, at):
    """Put on record which editor took these down for somebody."""
    taken = [one for one in bookings if one.taken_by_id]
    if taken:
        subjects = [f"booking:{one.pk}" for one in taken]
        record(action="bookings.taken", subjects=subjects, at=at, by=taken[0].taken_by)


def sent_before(*, key, event):
    """The booking that this form has made already, or None."""
    known = Booking.objects.filter(key_hash=key_hash(key), session__event=event)
    return known.select_related("session__event", "session__venue", "organisation").first()


@transaction.atomic
def change(*, booking_pk, details, at, by=None):
    """Change what a booking says. More places only while there are some and nobody waits.

    `by` is an editor who changes it for somebody.
    Raises CannotChange, TooManyPlaces, QuotaTaken or NotEnoughPlaces.
    """
    booking, session = _lock(booking_pk)
    if not booking.is_current or not may_still_be_changed(session, at=at):
        raise CannotChange
    more = details.places - booking.places
    if more > 0:
        _refuse_more(booking, session, details.places, more)
    for name, value in _contact(details).items():
        setattr(booking, name, value)
    booking.places = details.places
    booking.save()
    booking.answers.all().delete()
    BookingNeeds.objects.filter(booking=booking).delete()
    write_answers(booking, details)
    if by is not None:
        record(action="bookings.changed", subjects=[f"booking:{booking.pk}"], at=at, by=by)
    if more < 0:
        offer_what_is_free(session, at=at)
    note_whether_full(session)
    return booking


@transaction.atomic
def cancel(*, booking_pk, at, by=None):
    """Give the places back; whoever waits first is offered them. Cancelled again, it stays so."""
    booking, session = _lock(booking_pk)
    if booking.status == BookingStatus.CANCELLED:
        return booking
    if by is None and not (booking.is_current and may_still_be_changed(session, at=at)):
        raise CannotChange
    note_cancelled(booking, at=at)
    if by is not None:
        record(action="bookings.cancelled", subjects=[f"booking:{booking.pk}"], at=at, by=by)
    booking_news.send(Booking, booking=booking, news=News.CANCELLED, at=at)
    offer_what_is_free(session, at=at)
    note_whether_full(session)
    return booking


def note_cancelled(booking, *, at):
    booking.status = BookingStatus.CANCELLED
    booking.cancelled_at = at
    booking.offered_until = None
    booking.save()


@transaction.atomic
def substitute(*, booking_pk, name, email, phone="", at):
    """Give the place to somebody else, who gets a letter and a new code: the old one ends.

    What the first person needed and answered goes with them. Raises CannotChange.
    """
    booking, session = _lock(booking_pk)
    if booking.status != BookingStatus.BOOKED or not may_still_be_changed(session, at=at):
        raise CannotChange
    code = new_code()
    booking.name, booking.email, booking.phone = name, email, phone
    booking.user = booking.together = None
    booking.code_hash = code_hash(code)
    booking.reminded_for = None
    booking.save()
    BookingNeeds.objects.filter(booking=booking).delete()
    booking.answers.all().delete()
    record(action="bookings.taken-over", subjects=[f"booking:{booking.pk}"], at=at)
    booking_news.send(Booking, booking=booking, news=News.TAKEN_OVER, at=at)
    return booking


def _lock(booking_pk):
    session_pk = Booking.objects.values_list("session_id", flat=True).get(pk=booking_pk)
    session = lock_session(session_pk)
    booking = Booking.objects.select_for_update().get(pk=booking_pk)
    booking.session = session
    return booking, session


def organisation_of(details):
    name = details.organisation_name
    return find_or_register(name=name) if name else None


def refuse_too_many(session, terms, organisation, places):
    if places > terms.most_places:
        raise TooManyPlaces(terms.most_places)
    if session.places is not None and places > session.places:
        raise NotEnoughPlaces(session.places)
    most = terms.most_places_per_organisation
    if organisation is not None and most is not None:
        already = taken_by_organisation(session, organisation)
        if already + places > most:
            raise TooManyPlaces(most, already)
    refuse_over_quota(session, terms, organisation=organisation, places=places)


def _refuse_more(booking, session, places, more):
    terms = terms_of(session.event)
    if terms is None:
        raise CannotChange
    if places > terms.most_places:
        raise TooManyPlaces(terms.most_places)
    most = terms.most_places_per_organisation
    if booking.organisation_id and most is not None:
        already = taken_by_organisation(session, booking.organisation)
        if already + more > most:
            raise TooManyPlaces(most, already)
    refuse_over_quota(session, terms, organisation=booking.organisation, places=more)
    taken = taken_of(session)
    if booking.status != BookingStatus.BOOKED or taken.in_line or not taken.has_room_for(more):
        raise NotEnoughPlaces(0 if taken.in_line else taken.left or 0)


def _status_for(session, terms, places):
    """A place where there is room and nobody waits for one; else the end of the line."""
    taken = taken_of(session)
    if taken.has_room_for(places) and not taken.in_line:
        return BookingStatus.BOOKED
    if not terms.has_waiting_list:
        raise NotEnoughPlaces(taken.left)
    return BookingStatus.WAITING


def _contact(details):
    return {
        "name": details.name,
        "email": details.email,
        "phone": details.phone,
        "others": details.others,
    }


def write_answers(booking, details):
    if details.access or details.diet:
        BookingNeeds.objects.create(booking=booking, access=details.access, diet=details.diet)
    BookingAnswer.objects.bulk_create(
        BookingAnswer(booking=booking, question_key=question.key, label=question.label, value=value)
        for question, value in details.answers
        if value
    )
