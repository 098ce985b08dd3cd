"""Events, with only what a test does not care about filled in."""

from events.models import EventIndexPage, EventPage


def make_event_index(home, **fields):
    return home.add_child(instance=EventIndexPage(**{"title": "Events", "slug": "events"} | fields))


def make_event(index, *, starts_at, ends_at, **fields):
    """The same title may be given to many: Wagtail numbers their slugs."""
    given = {"title": "Library drop-in", "starts_at": starts_at, "ends_at": ends_at} | fields
    return index.add_child(instance=EventPage(**given))
