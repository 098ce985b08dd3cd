from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import JsonResponse
from django.shortcuts import render
from django.views.csrf import csrf_failure
from django.views.decorators.cache import never_cache

from delivery.domain.heartbeats import worker_is_alive


@never_cache
def health(request):
    """Whether each part answers, as JSON; 503 when one that respondents need does not."""
    parts = {
        "database": _database_answers(),
        "cache": _cache_answers(),
        "storage": _storage_answers(),
    }
    tasks = worker_is_alive()
    ok = all(parts.values())
    words = {name: "ok" if fine else "down" for name, fine in parts.items()}
    words["tasks"] = "ok" if tasks else "late"
    return JsonResponse({"status": "ok" if ok else "down", **words}, status=200 if ok else 503)


def _database_answers():
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        return True
    except DatabaseError:
        return False


def _cache_answers():
    cache.set("health", "ok", 10)
    return cache.get("health") == "ok"


def _storage_answers():
    settings.MEDIA_ROOT.mkdir(parents=True, exist_ok=True)
    return settings.MEDIA_ROOT.is_dir()


def expired_form(request, reason=""):
    """The answer to a form whose security token has expired: the words typed, given back.

    Nothing is saved by it. The respond views show their own page again with the text in it; this
    one serves every other form on the site.
    """
    match = request.resolver_match
    give_back = getattr(getattr(match, "func", None), "give_back", None)
    if give_back is not None:
        return give_back(request, *match.args, **match.kwargs)
    if request.path.startswith("/admin/"):
        return csrf_failure(request, reason)
    return render(request, "pages/expired_form.html", status=403)
