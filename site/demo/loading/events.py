from datetime import datetime, time, timedelta

from django.db import transaction
from wagtail.models import Page

from calendars.working_days import working_day_from
from demo.content.events import EVENTS, INDEX_SUMMARY, INDEX_TITLE
from events.domain.calendar import LONDON
from events.models import EventIndexPage, EventPage, EventSession, Venue


@transaction.atomic
def load_events(home, *, today):
    """The list of events and its events around `today`. What is there already stays as it is."""
    index = EventIndexPage.objects.child_of(home).first()
    if index is None:
        index = EventIndexPage(
            title=INDEX_TITLE, slug="events", summary=INDEX_SUMMARY, show_in_menus=True
        )
        home.add_child(instance=index).save_revision().publish()
    known = set(index.get_children().values_list("slug", flat=True))
    for event in EVENTS:
        if event.slug not in known:
            page = index.add_child(instance=_page(event, today=today))
            page.save_revision().publish()
    return index


def moment(offset, *, today):
    """When that is in London, on a working day: that one or the next after it."""
    day = working_day_from(today + timedelta(days=offset.days))
    return datetime.combine(day, time(offset.hour, offset.minute), tzinfo=LONDON)


def _page(event, *, today):
    return EventPage(
        slug=event.slug,
        title=event.title,
        summary=event.summary,
        kind=event.kind,
        open_to=event.open_to,
        audience=event.audience,
        cost=event.cost,
        how_to_book=event.how_to_book,
        booking_closes_at=event.booking_closes and moment(event.booking_closes, today=today),
        schedule=event.schedule,
        consultation=Page.objects.filter(slug=event.consultation, depth=4).first(),
        change_note=event.change_note,
        about=event.body,
        sessions=[_session(event, starts, today=today) for starts in (event.starts, *event.more)],
        live=False,
    )


def _session(event, starts, *, today):
    starts_at = moment(starts, today=today)
    return EventSession(
        starts_at=starts_at,
        ends_at=datetime.combine(starts_at.date(), event.ends, tzinfo=LONDON),
        venue=_venue(event.place),
        online_url=event.online_url,
        places=event.places,
        status=event.status,
        previous_starts_at=event.moved_from and moment(event.moved_from, today=today),
    )


def _venue(place):
    if place is None:
        return None
    return Venue.objects.get_or_create(name=place["name"], defaults=place)[0]
