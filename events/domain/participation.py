"""Who took part at the events of one consultation, for its report."""

from dataclasses import dataclass

from django.db.models import Count, Q, Sum
from django.db.models.functions import Coalesce

from events.enums import BookingStatus
from events.models import Booking, EventPage, EventSession, EventTable


@dataclass(frozen=True)
class Held:
    """One session that took place. `came` is None where nobody kept the register."""

    session: EventSession
    came: int | None
    organisations: int
    tables: int
    at_tables: int


@dataclass(frozen=True)
class Participation:
    """The sessions in their order. People are counted at each session they came to."""

    sessions: list[Held]

    @property
    def came(self) -> int:
        return sum(held.came or 0 for held in self.sessions)

    @property
    def tables(self) -> int:
        return sum(held.tables for held in self.sessions)

    @property
    def at_tables(self) -> int:
        return sum(held.at_tables for held in self.sessions)


def participation(consultation_pk, *, now):
    """What everybody may see of it, in four queries: sessions that are over and were not off."""
    events = EventPage.objects.filter(consultation=consultation_pk)
    sessions = EventSession.objects.of(events).going_ahead().filter(ends_at__lte=now)
    sessions = list(sessions.order_by("starts_at", "pk"))
    came = _by_session(
        Booking.objects.filter(session__in=sessions, status=BookingStatus.BOOKED),
        came=Sum("attended"),
        organisations=Count("organisation", filter=Q(attended__gt=0), distinct=True),
    )
    tables = _by_session(
        EventTable.objects.filter(session__in=sessions),
        tables=Count("pk"),
        at_tables=Coalesce(Sum("headcount"), 0),
    )
    nobody = {"came": None, "organisations": 0}
    none = {"tables": 0, "at_tables": 0}
    return Participation(
        [
            Held(one, **(nobody | came.get(one.pk, {})), **tables.get(one.pk, none))
            for one in sessions
        ]
    )


def _by_session(rows, **figures):
    found = rows.order_by().values("session_id").annotate(**figures)
    return {row.pop("session_id"): row for row in found}
