"""What every public form does when it cannot be taken, and the words of the forms of this stage."""

from functools import wraps

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from pages.giving_back import KEY, WAIT, giving_back, received_at
from pages.limits import is_too_fast

__all__ = ["gives_back", "gives_nothing_back", "received_at", "words_typed"]

KEPT_FOR_EACH_FORM = 10  # boxes that somebody leaves before they send a form


gives_back = giving_back(
    action="respond",
    note=_(
        "It counts from the moment you first pressed the button. Sending twice does no harm: it is "
        "counted once."
    ),
)


def gives_nothing_back(view):
    """A view that a page calls by itself while somebody writes: the page keeps the words.

    It answers in a status alone. Its limit is its own, so that writing is no flood of forms.
    """

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        most = KEPT_FOR_EACH_FORM * settings.MOST_FORMS_A_MINUTE
        if is_too_fast(request, action="keep", most=most):
            return HttpResponse(status=429, headers={"Retry-After": WAIT[429]})
        try:
            return never_cache(view)(request, *args, **kwargs)
        except (OperationalError, InterfaceError):
            return HttpResponse(status=503, headers={"Retry-After": WAIT[503]})

    return wrapper


def words_typed(request):
    """What was written in boxes of a form, without the keys of what was only picked."""
    return [
        value
        for name, value in request.POST.items()
        if name.startswith("q_") and value and not KEY.fullmatch(value)
    ]
