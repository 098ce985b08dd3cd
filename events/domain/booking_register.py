"""The register of a session: who came, who did not, and who came without a booking."""

import hashlib
import secrets

from django.db import transaction

from events.domain.booking_places import lock_session, taken_of
from events.enums import BookingChannel, BookingStatus
from events.models import Booking
from pages.caching import pages_changed
from people.domain.organisations import find_or_register
from records.domain.log import record
from records.domain.references import key_hash, new_reference


class RoomIsFull(Exception):
    """`left` more can come in: a room holds no more than its places."""

    def __init__(self, left):
        super().__init__(left)
        self.left = left


def on_register(session):
    """Everybody with a place, by name; those who came without a booking at the end."""
    return (
        Booking.objects.filter(session=session, status=BookingStatus.BOOKED)
        .select_related("organisation", "needs")
        .order_by("-channel", "name", "pk")
    )


def people_who_came(session):
    """(name, organisation) of everybody who came, by the register; "" where nobody was named."""
    people = []
    for booking in on_register(session).filter(attended__gt=0):
        organisation = booking.organisation.name if booking.organisation else ""
        names = booking.names()[: booking.attended]
        names += [""] * (booking.attended - len(names))
        people += [(name, organisation) for name in names]
    return people


@transaction.atomic
def mark(*, session_pk, came, by, at):
    """Note how many of each booking came: `{booking pk: number, or None for not known yet}`.

    What is not named stays as it is; nobody comes more often than they booked. How many changed.
    """
    session = lock_session(session_pk)
    bookings = Booking.objects.filter(
        session_id=session_pk, status=BookingStatus.BOOKED, pk__in=list(came)
    )
    changed = []
    for booking in bookings:
        number = came[booking.pk]
        number = None if number is None else max(0, min(number, booking.places))
        if number != booking.attended:
            booking.attended = number
            changed.append(booking)
    Booking.objects.bulk_update(changed, ["attended"])
    if changed:
        record(action="bookings.register", subjects=[f"session:{session_pk}"], at=at, by=by)
        _tell_reports(session)
    return len(changed)


@transaction.atomic
def walk_in(*, session_pk, key, name, organisation_name="", people=1, by, at):
    """Somebody comes without a booking, and is on the register from now on. One form, once.

    Raises RoomIsFull where more would be present than there are places.
    """
    session = lock_session(session_pk)
    if known := Booking.objects.filter(key_hash=key_hash(key)).first():
        return known
    taken = taken_of(session)
    if session.places is not None and taken.came + people > session.places:
        raise RoomIsFull(max(0, session.places - taken.came))
    booking = Booking.objects.create(
        session=session,
        reference=new_reference(),
        key_hash=key_hash(key),
        code_hash=_no_code(),
        status=BookingStatus.BOOKED,
        channel=BookingChannel.DOOR,
        places=people,
        attended=people,
        name=name,
        organisation=find_or_register(name=organisation_name) if organisation_name else None,
        made_at=at,
        booked_at=at,
    )
    record(action="bookings.walk-in", subjects=[f"booking:{booking.pk}"], at=at, by=by)
    _tell_reports(session)
    return booking


def _tell_reports(session):
    """Pages that report on a consultation say how many came."""
    if session.event.consultation_id:
        pages_changed()


def _no_code():
    """The hash of what nobody was told."""
    return hashlib.sha256(secrets.token_bytes(32)).hexdigest()
