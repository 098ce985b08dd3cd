from datetime import datetime, time, timedelta

from django.db import transaction

from demo.content.events import EVENTS, INDEX_SUMMARY, INDEX_TITLE
from events.domain.calendar import LONDON
from events.models import EventIndexPage, EventPage, EventSession, Venue

SATURDAY = 5


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
    """When that is in London; what would fall on a weekend is on the Monday after it."""
    day = today + timedelta(days=offset.days)
    if day.weekday() >= SATURDAY:
        day += timedelta(days=7 - day.weekday())
    return datetime.combine(day, time(offset.hour, offset.minute), tzinfo=LONDON)


def _page(event, *, today):
    starts_at = moment(event.starts, today=today)
    session = EventSession(
        starts_at=starts_at,
        ends_at=datetime.combine(starts_at.date(), event.ends, tzinfo=LONDON),
        venue=_venue(event.place),
        online_url=event.online_url,
        places=event.places,
        status=event.status,
        previous_starts_at=event.moved_from and moment(event.moved_from, today=today),
    )
    return EventPage(
        slug=event.slug,
        title=event.title,
        summary=event.summary,
        kind=event.kind,
        audience=event.audience,
        cost=event.cost,
        how_to_book=event.how_to_book,
        body=[("text", event.body)],
        sessions=[session],
        live=False,
    )


def _venue(place):
    found, _ = Venue.objects.get_or_create(
        name=place.name, defaults={"address": place.address, "notes": place.access}
    )
    return found
