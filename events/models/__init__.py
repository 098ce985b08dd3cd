from .links import EventDocument, RelatedPage
from .pages import EventIndexPage, EventPage, PublishedEventKept
from .sessions import EventSession
from .venues import Venue

__all__ = [
    "EventDocument",
    "EventIndexPage",
    "EventPage",
    "EventSession",
    "PublishedEventKept",
    "RelatedPage",
    "Venue",
]
