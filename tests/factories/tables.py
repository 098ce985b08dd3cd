"""Tables that talked at an event of a consultation, with only what a test cares about said."""

from django.utils import timezone

from events.domain.tables import Said, Written, add_table
from records.domain.references import new_key
from tests.factories.bookings import HOUR, make_bookable


def make_event_about(consultation, *, ended=HOUR, **fields):
    """The only session of an event of this consultation, over since `ended` (negative: ahead)."""
    ends_at = timezone.now() - ended
    event = {"title": "Community Forum", "consultation_id": consultation.pk, "ends_at": ends_at}
    return make_bookable(places=30, starts_at=ends_at - 2 * HOUR, event=event | fields)


def make_table(session, *, by, name="Table 1", headcount=8, notes=None, key=None, **fields):
    notes = (Said(most="Longer agreements."),) if notes is None else tuple(notes)
    return add_table(
        session_pk=session.pk,
        key=key or new_key(),
        written=Written(name=name, headcount=headcount, notes=notes, **fields),
        by=by,
        at=timezone.now(),
    )
