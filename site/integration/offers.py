"""After sending: the consultation's events that can be booked, with nothing to type again.

Name and address go along in a signed field that is sent by POST, never in an address, and only in
the browser that sent the response; another one that finds the receipt types them itself.
"""

from dataclasses import dataclass

from events.domain.booking_places import booking_state
from events.enums import BookingState
from events.forms.known import pack
from events.models import BookingTerms, EventPage, EventSession

MOST = 3


@dataclass(frozen=True)
class Offer:
    """The next date of one event that can be booked. `known` is empty where nothing goes along."""

    session: EventSession
    known: str


def offers(receipt, *, now):
    """One for each event of the consultation, the earliest first, in four queries for any."""
    response = receipt.response
    found = list(_bookable(response.consultation_id, now))[:MOST]
    known = _known(response) if found and receipt.code else ""
    return [Offer(session, known) for session in found]


def _bookable(consultation_pk, now):
    events = EventPage.objects.filter(consultation=consultation_pk)
    sessions = list(
        EventSession.objects.of(events)
        .going_ahead()
        .filter(event__booking_terms__isnull=False, starts_at__gt=now)
        .order_by("starts_at", "pk")
    )
    terms = {
        row.event_id: row
        for row in BookingTerms.objects.filter(event__in={one.event_id for one in sessions})
    }
    offered = set()
    for session in sessions:
        its_terms = terms.get(session.event_id)
        is_open = booking_state(session, terms=its_terms, at=now) == BookingState.OPEN
        has_room = not session.is_full or (its_terms and its_terms.has_waiting_list)
        if is_open and has_room and session.event_id not in offered:
            offered.add(session.event_id)
            yield session


def _known(response):
    respondent = getattr(response, "respondent", None)
    return pack(
        name=respondent.name if respondent else "",
        email=respondent.email if respondent else "",
        organisation_name=response.organisation.name if response.organisation else "",
    )
