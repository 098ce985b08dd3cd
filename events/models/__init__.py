from .links import EventDocument, RelatedPage
from .pages import EventIndexPage, EventPage
from .sessions import EventSession
from .venues import Venue

__all__ = ["EventDocument", "EventIndexPage", "EventPage", "EventSession", "RelatedPage", "Venue"]
