"""Events, with only what a test does not care about filled in."""

from events.models import EventIndexPage, EventPage, EventSession, Venue

OF_SESSIONS = (
    "starts_at",
    "ends_at",
    "venue",
    "online_url",
    "places",
    "status",
    "is_full",
    "previous_starts_at",
)


def make_event_index(home, **fields):
    return home.add_child(instance=EventIndexPage(**{"title": "Events", "slug": "events"} | fields))


def make_venue(name="Millbrook Library", **fields):
    return Venue.objects.get_or_create(name=name, defaults=fields)[0]


def make_event(index, *, sessions=None, **fields):
    """A published event. What belongs to a session makes its only one, unless some are given.

    The same title may be given to many: Wagtail numbers their slugs.
    """
    return index.add_child(instance=an_event(sessions=sessions, **fields))


def an_event(*, sessions=None, **fields):
    """An event that is not saved."""
    of_session = {name: fields.pop(name) for name in OF_SESSIONS if name in fields}
    given = {"title": "Library drop-in"} | fields
    return EventPage(**given, sessions=sessions or [EventSession(**of_session)])
