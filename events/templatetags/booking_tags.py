"""What pages and screens say about booking."""

from dataclasses import dataclass
from datetime import datetime

from django import template
from django.urls import reverse
from django.utils import timezone

from events.domain.booking_messages import untold
from events.domain.booking_numbers import MAY_WRITE, PERMISSION, standings_of
from events.domain.booking_places import booking_ends_at, booking_state, sessions_of, terms_of
from events.enums import BookingState
from pages.caching import keep

register = template.Library()


@dataclass(frozen=True)
class Row:
    name: str
    value: str


@dataclass(frozen=True)
class Box:
    """What the page of an event says about booking it."""

    url: str
    is_open: bool = False
    is_full: bool = False
    has_waiting_list: bool = False
    opens_at: datetime | None = None
    ends_at: datetime | None = None


@register.simple_tag(takes_context=True)
def booking_box(context, event):
    """None for an event that is not booked here, is called off or is over.

    A kept page is forgotten when booking opens and closes, and when it becomes full or is so no
    more (`note_whether_full`).
    """
    terms = terms_of(event) if event.pk else None
    if terms is None:
        return None
    now = timezone.now()
    sessions = [one for one in sessions_of(event) if not one.is_off and one.starts_at > now]
    if not sessions:
        return None
    states = {one: booking_state(one, terms=terms, at=now) for one in sessions}
    bookable = [one for one, state in states.items() if state == BookingState.OPEN]
    request = context.get("request")
    if hasattr(request, "kept_until"):
        ends = [booking_ends_at(one) for one in sessions]
        keep(request, until=[request.kept_until, terms.opens_at, *ends])
    return Box(
        url=reverse("events:book", args=[event.slug]),
        is_open=bool(bookable),
        is_full=bool(bookable) and all(one.is_full for one in bookable),
        has_waiting_list=terms.has_waiting_list,
        opens_at=terms.opens_at if BookingState.NOT_YET in states.values() else None,
        ends_at=event.booking_closes_at if bookable else None,
    )


@register.simple_tag
def booking_rows(booking, answers):
    """What somebody told us, for a summary list; what nobody asked is left out."""
    needs = getattr(booking, "needs", None)
    rows = [
        Row("Name", booking.name),
        Row("Organisation", booking.organisation.name if booking.organisation else ""),
        Row("E-mail", booking.email),
        Row("Telephone", booking.phone),
        Row("Places", str(booking.places)),
        Row("Who comes along", booking.others),
        Row("To take part you need", needs.access if needs else ""),
        Row("You cannot eat", needs.diet if needs else ""),
        *(Row(answer.label, answer.value) for answer in answers),
    ]
    return [row for row in rows if row.value]


@register.simple_tag
def bookings_of_event(event, user):
    """How each session stands, for whoever may see its bookings."""
    if not event.pk or not user.has_perm(PERMISSION):
        return []
    return standings_of(event, now=timezone.now())


@register.simple_tag
def bookers_to_tell(event, user):
    """How many bookings of what is cancelled have not been told yet."""
    if not event.pk or not user.has_perm(MAY_WRITE):
        return 0
    return sum(count for _, count in untold(event, now=timezone.now()))
