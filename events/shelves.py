"""The bookings of somebody who has an account."""

from django.urls import reverse
from django.utils.translation import gettext

from events.models import Booking
from events.wording import when_in_words
from people.domain.mine import MOST, Shelf, Thing


def shelf_of(user, now):
    """Those made while signed in, until their details are deleted; the latest event first."""
    bookings = Booking.objects.filter(user=user, forgotten_at__isnull=True)
    newest = bookings.select_related("session__event").order_by("-session__starts_at", "-pk")
    things = [_thing(booking) for booking in newest[:MOST]]
    return Shelf(
        gettext("Your bookings"),
        things,
        gettext("You have booked nothing while you were signed in."),
        len(things) if len(things) < MOST else bookings.count(),
    )


def _thing(booking):
    text = f"{when_in_words(booking.session)}: {booking.get_status_display()}"
    return Thing(
        booking.session.event.title, text, reverse("bookings:booking", args=[booking.reference])
    )
