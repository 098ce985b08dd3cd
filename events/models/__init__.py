from .booking_terms import BookingTerms, EventQuestion
from .bookings import BookerMessage, Booking, BookingAnswer, BookingNeeds, SpentBookingLink
from .evaluations import Evaluation, EvaluationAnswer
from .links import EventDocument, RelatedPage
from .pages import EventIndexPage, EventPage, PublishedEventKept
from .sessions import EventSession
from .tables import EventTable, TableNote
from .venues import Venue

__all__ = [
    "BookerMessage",
    "Booking",
    "BookingAnswer",
    "BookingNeeds",
    "BookingTerms",
    "Evaluation",
    "EvaluationAnswer",
    "EventDocument",
    "EventIndexPage",
    "EventPage",
    "EventQuestion",
    "EventSession",
    "EventTable",
    "PublishedEventKept",
    "RelatedPage",
    "SpentBookingLink",
    "TableNote",
    "Venue",
]
