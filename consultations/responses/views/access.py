"""The cookie that opens one response in one browser, on that response's own addresses only."""

from functools import wraps

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from consultations.responses.models import Response
from consultations.responses.views.giving_back import gives_back

NAME = "response"
SALT = "responses.access"
AGE = 60 * 60 * 2  # libraries share machines


def let_in(reference):
    """Lead to the response's page, with the cookie that opens it."""
    answer = redirect("responses:trail", reference)
    answer.set_signed_cookie(
        NAME,
        reference,
        salt=SALT,
        max_age=AGE,
        path=_path(reference),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return answer


def let_out(reference) -> HttpResponse:
    answer = redirect("responses:find")
    answer.delete_cookie(NAME, path=_path(reference), samesite="Lax")
    return answer


def for_its_author(view):
    """The view gets the response of its address; whoever has not opened it is asked for the code.

    Whether there is a response of that reference makes no difference to the answer.
    """

    @gives_back
    @wraps(view)
    def wrapper(request, reference, *args, **kwargs):
        opened = request.get_signed_cookie(NAME, default="", salt=SALT, max_age=AGE)
        found = Response.objects.filter(reference=reference).select_related(
            "consultation", "organisation", "respondent"
        )
        response = found.first() if opened == reference else None
        if response is None:
            return redirect(f"{reverse('responses:find')}?reference={reference}")
        return view(request, response, *args, **kwargs)

    return wrapper


def _path(reference):
    return reverse("responses:trail", args=[reference])
