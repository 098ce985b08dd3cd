import os
import shutil
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings
from django.core.cache import cache
from django.core.paginator import Paginator
from django.db import Error, connection
from django.http import JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.csrf import csrf_failure
from django.views.decorators.cache import never_cache
from django.views.static import serve
from wagtail.contrib.sitemaps.views import sitemap as wagtail_sitemap

from delivery.domain.heartbeats import worker_is_alive
from pages.caching import keep
from pages.domain import searching
from pages.domain.scanning import scanner_answers
from pages.domain.searching import LONGEST

# Below this an upload may fail half-way, and the embedded database soon after it.
LEAST_FREE_BYTES = 100 * 1024 * 1024
FIRST_FEW, PER_PAGE = 5, 20
NOT_FOR_ENGINES = (
    *("/admin/", "/accounts/", "/responses/", "/bookings/", "/search/", "/words/"),
    *("/consultations/*/respond/", "/consultations/*/report/"),
)


@never_cache
def health(request):
    """Whether each part answers, as JSON; 503 when one that respondents need does not.

    Without the cache the site is slower, without the worker letters wait, and without the virus
    scanner, where one is set, files are refused: it serves on.
    """
    needed = {"database": _database_answers(), "storage": _storage_answers()}
    ok = all(needed.values())
    words = {name: "ok" if fine else "down" for name, fine in needed.items()}
    words["cache"] = "ok" if _cache_answers() else "down"
    if (scanner := scanner_answers()) is not None:
        words["scanner"] = "ok" if scanner else "down"
    words["tasks"] = "ok" if worker_is_alive() else "late"
    return JsonResponse({"status": "ok" if ok else "down", **words}, status=200 if ok else 503)


def _database_answers():
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        return True
    except Error:
        return False


def _cache_answers():
    cache.set("health", "ok", 10)
    return cache.get("health") == "ok"


def _storage_answers():
    """Whether the folder for files is there, can be written to, and has room left on its disk."""
    folder = Path(settings.MEDIA_ROOT)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        has_room = shutil.disk_usage(folder).free >= LEAST_FREE_BYTES
        return has_room and os.access(folder, os.W_OK)
    except OSError:
        return False


def search(request):
    """What everybody may read that has these words: the first of each kind, or all of one kind."""
    text = request.GET.get("q", "").strip()[:LONGEST]
    groups = searching.search(text)
    chosen = next((group for group in groups if group.key == request.GET.get("in")), None)
    listed = []
    for group in [chosen] if chosen else groups:
        page = Paginator(group.pages, PER_PAGE if chosen else FIRST_FEW).get_page(
            request.GET.get("page") if chosen else 1
        )
        listed.append((group, page, searching.shown(page.object_list, text)))
    return render(
        request,
        "pages/search.html",
        {
            "text": text,
            "count": sum(len(group.pages) for group in groups),
            "groups": listed,
            "chosen": chosen,
            "query": urlencode({"q": text, "in": chosen.key}) + "&" if chosen else "",
        },
    )


def robots(request):
    """What a search engine may fetch: nothing that is for one person, or only for the staff."""
    address = request.build_absolute_uri(reverse("sitemap"))
    context = {"closed": NOT_FOR_ENGINES, "sitemap": address}
    return render(request, "pages/robots.txt", context, content_type="text/plain; charset=utf-8")


def sitemap(request):
    """Every page that everybody may read, by Wagtail; kept like a page, since it asks for all."""
    keep(request)
    return wagtail_sitemap(request)


def image(request, path):
    """A picture in the size a page asks for. Uploaded originals and documents are not served here.

    A proxy in front serves the same folder itself (docs/running.md).
    """
    return serve(request, path, document_root=Path(settings.MEDIA_ROOT) / "images")


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
