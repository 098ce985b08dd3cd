"""The basket's cookie: its path keeps it off the reading pages, which stay cacheable."""

from django.conf import settings
from django.urls import reverse

NAME = "basket"
AGE = 60 * 60 * 24 * 30


def basket_key(request):
    key = request.COOKIES.get(NAME, "")
    return key if 20 <= len(key) <= 80 else ""


def set_basket_key(response, *, key, consultation):
    response.set_cookie(
        NAME,
        key,
        max_age=AGE,
        path=_path(consultation),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget_basket_key(response, *, consultation):
    response.delete_cookie(NAME, path=_path(consultation), samesite="Lax")


def _path(consultation):
    return reverse("respond:start", args=[consultation.slug])
