"""Who looks after which bookings, how the next events stand, and the figures of a year."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Count, Q, Sum
from django.db.models.functions import Coalesce
from wagtail.permission_policies.pages import PagePermissionPolicy

from events.domain.booking_places import taken_by_session
from events.domain.calendar import LONDON
from events.enums import BookingStatus, EventStatus
from events.models import Booking, BookingTerms, EventPage, EventSession
from events.models.lists import TEXTS

PERMISSION = "events.view_booking"
MAY_WRITE = "events.change_booking"
WARNED = timedelta(days=14)


def events_of(user):
    """The events whose bookings this person may see: those they may edit or publish, if any."""
    if not user.has_perm(PERMISSION):
        return EventPage.objects.none()
    if user.is_superuser:
        return EventPage.objects.all()
    pages = PagePermissionPolicy().instances_user_has_any_permission_for(
        user, {"change", "publish"}
    )
    return EventPage.objects.filter(pk__in=pages.values("pk"))


def bookings_of(user):
    """The bookings this person may see. Every screen and register comes through here."""
    bookings = Booking.objects.filter(session__event__in=events_of(user).values("pk"))
    bookings = bookings.select_related("session__event", "session__venue", "organisation")
    return bookings.defer(*(f"session__event__{name}" for name in TEXTS))


@dataclass(frozen=True)
class Standing:
    """How one session stands, for its editor."""

    session: EventSession
    taken: object
    terms: BookingTerms | None
    warns: bool


def standings_of(event, *, now):
    sessions = EventSession.objects.filter(event=event).select_related("event", "venue")
    return _standings(list(sessions), now)


def next_standings(user, *, now, limit=6):
    """The next sessions that are booked on this site, for the home of an events editor."""
    sessions = (
        EventSession.objects.going_ahead()
        .filter(
            event__in=events_of(user).values("pk"),
            event__live=True,
            event__booking_terms__isnull=False,
            ends_at__gt=now,
        )
        .select_related("event", "venue")
        .order_by("starts_at", "pk")
    )
    return _standings(list(sessions[:limit]), now)


def _standings(sessions, now):
    taken = taken_by_session(sessions)
    events = {session.event_id for session in sessions}
    terms = {row.event_id: row for row in BookingTerms.objects.filter(event__in=events)}
    return [
        Standing(
            session,
            taken[session.pk],
            terms.get(session.event_id),
            warns(session, terms.get(session.event_id), taken[session.pk], now=now),
        )
        for session in sessions
    ]


def warns(session, terms, taken, *, now):
    """Whether fewer have booked than it takes, with two weeks or less to go."""
    return bool(
        terms
        and terms.fewest_people
        and not session.is_off
        and now < session.starts_at <= now + WARNED
        and taken.booked < terms.fewest_people
    )


@dataclass(frozen=True)
class Total:
    kind: str
    audience: str
    events: int
    booked: int
    came: int


@dataclass(frozen=True)
class Year:
    totals: list = field(default_factory=list)
    organisations: list = field(default_factory=list)  # (name, people who came)

    @property
    def came(self):
        return sum(total.came for total in self.totals)


CAME = Q(bookings__status=BookingStatus.BOOKED)


def held_in(user, *, year):
    """The sessions that began in this year, in London, and were not called off, with figures."""
    begins, ends = (datetime(number, 1, 1, tzinfo=LONDON) for number in (year, year + 1))
    return (
        EventSession.objects.filter(
            event__in=events_of(user).values("pk"),
            event__first_published_at__isnull=False,
            starts_at__gte=begins,
            starts_at__lt=ends,
            status__in=EventStatus.going_ahead(),
        )
        .select_related("event")
        .annotate(
            booked=Coalesce(Sum("bookings__places", filter=CAME), 0),
            came=Coalesce(Sum("bookings__attended", filter=CAME), 0),
            organisations=Count(
                "bookings__organisation", filter=CAME & Q(bookings__attended__gt=0), distinct=True
            ),
        )
        .order_by("starts_at", "pk")
    )


def with_organisations(sessions):
    """These sessions, each with `organisation_names`: who sent people that came."""
    sessions = list(sessions)
    pairs = (
        Booking.objects.filter(session__in=[one.pk for one in sessions])
        .filter(status=BookingStatus.BOOKED, attended__gt=0, organisation__isnull=False)
        .order_by("organisation__name")
        .values_list("session_id", "organisation__name")
        .distinct()
    )
    names = {}
    for pk, name in pairs:
        names.setdefault(pk, []).append(name)
    for session in sessions:
        session.organisation_names = "; ".join(names.get(session.pk, []))
    return sessions


def years_of(user):
    """The years in which there are sessions, the latest first."""
    starts = EventSession.objects.filter(event__in=events_of(user).values("pk"))
    moments = starts.datetimes("starts_at", "year", order="DESC", tzinfo=LONDON)
    return [moment.year for moment in moments]


def year_in_figures(sessions):
    """These sessions by kind and audience, and the organisations that sent people to them."""
    totals = {}
    for session in sessions:
        key = (session.event.get_kind_display(), session.event.get_open_to_display())
        totals.setdefault(key, []).append(session)
    came = (
        Booking.objects.filter(
            session__in=[session.pk for session in sessions],
            status=BookingStatus.BOOKED,
            attended__gt=0,
            organisation__isnull=False,
        )
        .order_by()
        .values_list("organisation__name")
        .annotate(people=Sum("attended"))
        .order_by("-people", "organisation__name")
    )
    return Year(
        [
            Total(*key, len(held), sum(one.booked for one in held), sum(one.came for one in held))
            for key, held in sorted(totals.items())
        ],
        list(came),
    )
