"""Nothing typed is ever lost: when a form cannot be taken, its words come back on the page."""

from functools import wraps

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from pages.limits import is_too_fast

WAIT = {429: "60", 503: "30"}  # seconds


def gives_back(view):
    """A view of whoever books: never cached, and its text given back when it cannot be taken.

    A security token that has expired gives 403, a database that is away 503, and forms that come
    faster than a room full of people could send them 429. Each page holds every word and a button
    that sends the same form again.
    """

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if request.method == "POST" and _is_flood(request):
            return _page(request, status=429)
        try:
            return never_cache(view)(request, *args, **kwargs)
        except (OperationalError, InterfaceError):
            if request.method != "POST":
                raise
            return _page(request, status=503)

    wrapper.give_back = lambda request, *args, **kwargs: _page(request, status=403)
    return wrapper


def _is_flood(request):
    return is_too_fast(request, action="book", most=settings.MOST_FORMS_A_MINUTE)


def _page(request, *, status):
    """Needs no database: the menus of an ordinary page would ask it."""
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name != "csrfmiddlewaretoken"
    ]
    response = render(
        request,
        "events/booking/not_saved.html",
        {"fields": fields, "is_expired": status == 403, "is_too_fast": status == 429},
        status=status,
    )
    if status in WAIT:
        response["Retry-After"] = WAIT[status]
    return response
