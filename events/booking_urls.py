from django.urls import path, register_converter

from events.views import my_booking
from records.domain.references import GROUPED

app_name = "bookings"


class BookingReferenceConverter:
    """A reference as it is printed; whether there is one is said only to whoever booked."""

    regex = GROUPED.pattern

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(BookingReferenceConverter, "booking_reference")

REFERENCE = "<booking_reference:reference>"

urlpatterns = [
    path("", my_booking.find, name="find"),
    path("link/", my_booking.ask_for_link, name="ask_for_link"),
    path(f"{REFERENCE}/", my_booking.booking, name="booking"),
    path(f"{REFERENCE}/link/", my_booking.link, name="link"),
    path(f"{REFERENCE}/leave/", my_booking.leave, name="leave"),
    path(f"{REFERENCE}/change/", my_booking.change, name="change"),
    path(f"{REFERENCE}/substitute/", my_booking.substitute, name="substitute"),
    path(f"{REFERENCE}/cancel/", my_booking.cancel, name="cancel"),
    path(f"{REFERENCE}/cancel-all/", my_booking.cancel_all, name="cancel_all"),
    path(f"{REFERENCE}/other-date/", my_booking.other_date, name="other_date"),
    path(f"{REFERENCE}/accept/", my_booking.accept, name="accept"),
    path(f"{REFERENCE}/evaluate/", my_booking.evaluate, name="evaluate"),
    path(f"{REFERENCE}/certificate/", my_booking.certificate, name="certificate"),
]
