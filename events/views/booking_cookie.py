"""Who may see a booking: this browser, when it was opened in it, or the account that made it."""

from functools import wraps

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from events.domain.booking_access import mark_of
from events.models import Booking
from events.views.giving_back import gives_back

NAME = "booking"
SALT = "events.booking"
AGE = 60 * 60 * 2  # libraries share machines


def let_in(booking):
    """Lead to the booking's page, with the cookie that opens it."""
    answer = redirect("bookings:booking", booking.reference)
    answer.set_signed_cookie(
        NAME,
        _opened(booking),
        salt=SALT,
        max_age=AGE,
        path=_path(booking.reference),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return answer


def let_out(reference) -> HttpResponse:
    answer = redirect("bookings:find")
    answer.delete_cookie(NAME, path=_path(reference), samesite="Lax")
    return answer


def for_whoever_booked(view):
    """The view gets the booking of its address; whoever may not see it is asked for the code.

    Whether there is a booking of that reference makes no difference to the answer.
    """

    @gives_back
    @wraps(view)
    def wrapper(request, reference, *args, **kwargs):
        booking = (
            Booking.objects.filter(reference=reference, forgotten_at__isnull=True)
            .select_related("session__event", "session__venue", "organisation", "needs")
            .first()
        )
        if booking is None or not _may_see(request, booking):
            return redirect(f"{reverse('bookings:find')}?reference={reference}")
        return view(request, booking, *args, **kwargs)

    return wrapper


def _may_see(request, booking):
    opened = request.get_signed_cookie(NAME, default="", salt=SALT, max_age=AGE)
    if opened == _opened(booking):
        return True
    return request.user.is_authenticated and booking.user_id == request.user.pk


def _opened(booking):
    return f"{booking.reference}:{mark_of(booking)}"


def _path(reference):
    return reverse("bookings:booking", args=[reference])
