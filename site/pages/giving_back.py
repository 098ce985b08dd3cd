"""Nothing typed is ever lost: when a form cannot be taken, its words come back on the page."""

import re
from functools import wraps

from django.conf import settings
from django.core import signing
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from pages.limits import is_too_fast

SALT = "responses.first-attempt"
LONGEST_WAIT = 60 * 60
WAIT = {429: "60", 503: "30"}  # seconds
UNSEEN = {"csrfmiddlewaretoken", "first_attempt"}
UNSHOWN = {"asked", "opened", "key", "seen", "held", "token"}
KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def giving_back(*, action, note):
    """A decorator for public forms: never cached, and their text given back when they fail.

    A security token that has expired gives 403, a database that is away 503, and forms that come
    faster than a room full of people could send them 429; each page holds every word and a button
    that sends the same form again, with the moment of the first attempt signed into it. Forms of
    one `action` are counted together; `note` says what comes of sending twice.
    """

    def gives_back(view):
        @wraps(view)
        def wrapper(request, *args, **kwargs):
            if request.method == "POST" and _is_flood(request, action):
                return _page(request, note, status=429)
            try:
                return never_cache(view)(request, *args, **kwargs)
            except (OperationalError, InterfaceError):
                if request.method != "POST":
                    raise
                return _page(request, note, status=503)

        wrapper.give_back = lambda request, *args, **kwargs: _page(request, note, status=403)
        return wrapper

    return gives_back


gives_back = giving_back(action="form", note=_("Sending twice does no harm: it is counted once."))


def _is_flood(request, action):
    return is_too_fast(request, action=action, most=settings.MOST_FORMS_A_MINUTE)


def received_at(request):
    """The moment that counts for this request: now, or its signed first attempt.

    Taken once, at the start of the view, before anything is read or checked.
    """
    now = timezone.now()
    try:
        token = request.POST.get("first_attempt", "")
        value = signing.loads(token, salt=SALT + request.path, max_age=LONGEST_WAIT)
        first = parse_datetime(value)
    except (signing.BadSignature, TypeError, ValueError):
        return now
    return min(now, first) if first else now


@never_cache
@require_POST
def words(request):
    """What a page gave back, as a file. It asks no database and keeps nothing."""
    return text_file("\n\n".join(request.POST.getlist("words")), name="what-you-wrote.txt")


def text_file(text, *, name):
    """A file to keep, never read as anything but text, whatever somebody typed."""
    return HttpResponse(
        text.replace("\r\n", "\n").replace("\n", "\r\n"),
        content_type="text/plain; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "X-Content-Type-Options": "nosniff",
        },
    )


def _page(request, note, *, status):
    """Needs no database: the menus of an ordinary page would ask it."""
    moment = received_at(request)
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in UNSEEN
    ]
    response = render(
        request,
        "pages/not_saved.html",
        {
            "fields": fields,
            "words": [
                value
                for name, value in fields
                if name not in UNSHOWN
                and (len(value) > 30 or " " in value)
                and not KEY.fullmatch(value)
            ],
            "first_attempt": signing.dumps(moment.isoformat(), salt=SALT + request.path),
            "note": note,
            "is_expired": status == 403,
            "is_too_fast": status == 429,
        },
        status=status,
    )
    if status in WAIT:
        response["Retry-After"] = WAIT[status]
    return response
