"""How many of a session's places people, and how many organisations, may have together.

What somebody waits for counts too: nobody is put on a waiting list for more than their quota, so
that the list can stay in order.
"""

from dataclasses import dataclass

from django.db.models import Q, Sum
from django.db.models.functions import Coalesce

from events.enums import Quota
from events.models import Booking

BOOKED_BY = {
    Quota.PEOPLE: Q(organisation__isnull=True),
    Quota.ORGANISATIONS: Q(organisation__isnull=False),
}


class QuotaTaken(Exception):
    """Of the `most` places for those of `quota`, only `left` are left."""

    def __init__(self, quota, most, left):
        super().__init__(quota, most, left)
        self.quota, self.most, self.left = quota, most, left


@dataclass(frozen=True)
class Share:
    """How a quota of one session stands."""

    quota: Quota
    most: int
    left: int


def most_of(terms, quota: Quota) -> int | None:
    return {
        Quota.PEOPLE: terms.most_for_people,
        Quota.ORGANISATIONS: terms.most_for_organisations,
    }[quota]


def shares_by_session(sessions, terms) -> dict:
    """The quotas of each session, by its id: no query where there are none, one where there are."""
    quotas = {quota: most_of(terms, quota) for quota in Quota}
    quotas = {quota: most for quota, most in quotas.items() if most is not None}
    if not quotas:
        return {session.pk: [] for session in sessions}
    ids = [session.pk for session in sessions]
    bookings = Booking.objects.current().booked_ahead().filter(session__in=ids).order_by()
    found = bookings.values("session_id").annotate(
        **{quota.value: Coalesce(Sum("places", filter=BOOKED_BY[quota]), 0) for quota in quotas}
    )
    taken = {row["session_id"]: row for row in found}
    return {
        pk: [
            Share(quota, most, max(0, most - taken.get(pk, {}).get(quota.value, 0)))
            for quota, most in quotas.items()
        ]
        for pk in ids
    }


def refuse_over_quota(session, terms, *, organisation, places):
    """Raises QuotaTaken where so many more are too many. The caller holds the session's lock."""
    mine = Quota.PEOPLE if organisation is None else Quota.ORGANISATIONS
    for share in shares_by_session([session], terms)[session.pk]:
        if share.quota == mine and places > share.left:
            raise QuotaTaken(share.quota, share.most, share.left)
