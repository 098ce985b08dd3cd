"""The page cache: whole public pages for people without a session, until something on them changes.

A page is kept only when its view says so with `keep(request, until=…)`, and never when the answer
sets or depends on a cookie. It is forgotten at its next boundary (something opens, closes or ends,
or midnight in London), and all pages are forgotten when `pages_changed()` is called.
"""

import gzip
import hashlib
import os
from datetime import datetime, time, timedelta
from pathlib import Path
from time import time_ns

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse, HttpResponseNotModified
from django.utils import timezone

LISTED_KEYS = {
    *("page", "stage", "area", "kind", "when", "level"),
    *("audience", "place", "free", "online", "month"),
}
VERSION_KEY = "pages:version"
DROPPED_HEADERS = {"content-length", "content-encoding", "etag", "cache-control", "vary"}


def next_midnight(now):
    """The next midnight in London, when "today" changes its meaning."""
    tomorrow = timezone.localdate(now) + timedelta(days=1)
    return timezone.make_aware(datetime.combine(tomorrow, time.min))


def keep(request, *, until=()):
    """Allow this request's answer to be cached until the first of these moments, or midnight.

    Called again for the same request, it can only bring the moment nearer. A moment that passes
    while the page is being made counts too: the page may show what was true before it.
    """
    since = getattr(request, "arrived_at", None) or timezone.now()
    earlier = getattr(request, "kept_until", None)
    moments = [moment for moment in (*until, earlier) if moment and moment > since]
    request.kept_until = min([next_midnight(since), *moments])


def shorten(request, *, seconds):
    """Let an answer that is being kept stay for so many seconds at most."""
    if getattr(request, "kept_until", None):
        keep(request, until=[timezone.now() + timedelta(seconds=seconds)])


def pages_changed():
    """Forget every kept page, in every process, once the current transaction has committed."""
    transaction.on_commit(_forget)


def _forget():
    if settings.PAGE_CACHE_STAMP:
        stamp = Path(settings.PAGE_CACHE_STAMP)
        stamp.touch()
        # The file system's own clock ticks every few milliseconds: two changes could look like one.
        moment = time_ns()
        os.utime(stamp, ns=(moment, moment))
    else:
        cache.add(VERSION_KEY, 0, None)
        cache.incr(VERSION_KEY)


def pages_version():
    """A value that changes whenever any public page may have."""
    if not settings.PAGE_CACHE_STAMP:
        return cache.get(VERSION_KEY, 0)
    try:
        return Path(settings.PAGE_CACHE_STAMP).stat().st_mtime_ns
    except FileNotFoundError:
        return 0


class KeptPage:
    """One answer as it was sent, plain and compressed."""

    def __init__(self, response, until):
        self.until = until
        self.body = response.content
        self.compressed = gzip.compress(self.body, 6, mtime=0)
        self.tag = f'"{hashlib.sha256(self.body).hexdigest()[:24]}"'
        self.headers = [
            (name, value) for name, value in response.items() if name.lower() not in DROPPED_HEADERS
        ]

    def answer(self, request):
        if self.tag in request.META.get("HTTP_IF_NONE_MATCH", ""):
            response = HttpResponseNotModified()
        elif "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", ""):
            response = HttpResponse(self.compressed)
            response.headers["Content-Encoding"] = "gzip"
        else:
            response = HttpResponse(self.body)
        for name, value in self.headers:
            response.headers[name] = value
        if response.content:
            response.headers["Content-Length"] = str(len(response.content))
        # Weak, since it stands for the plain and the compressed page alike.
        response.headers["ETag"] = f"W/{self.tag}"
        response.headers["Cache-Control"] = "no-cache"
        response.headers["Vary"] = "Accept-Encoding"
        return response


class PageCacheMiddleware:
    """Stands before everything else, so that a kept page costs next to nothing."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not settings.PAGE_CACHE_ENABLED or not _may_be_kept(request):
            return self.get_response(request)
        request.arrived_at = timezone.now()
        # Taken before the page is made: what changes meanwhile leaves a page nobody will ask for.
        key = _key(request, pages_version())
        kept = cache.get(key)
        if kept is not None and kept.until > request.arrived_at:
            return kept.answer(request)
        response = self.get_response(request)
        until = getattr(request, "kept_until", None)
        if until is None or not _may_be_shared(response):
            return response
        kept = KeptPage(response, until)
        cache.set(key, kept, max(0, (until - timezone.now()).total_seconds()))
        return kept.answer(request)


def _may_be_kept(request):
    if request.method not in ("GET", "HEAD") or settings.SESSION_COOKIE_NAME in request.COOKIES:
        return False
    query = request.META.get("QUERY_STRING", "")
    return not query or (
        len(query) <= 60 and {part.split("=")[0] for part in query.split("&")} <= LISTED_KEYS
    )


def _may_be_shared(response):
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "cookie" not in response.get("Vary", "").lower()
        and "private" not in response.get("Cache-Control", "")
    )


def _key(request, version):
    # A HEAD request never stores what a GET would then be answered with, and so has its own key.
    address = (
        f"{request.method} {request.scheme}://{request.META.get('HTTP_HOST', '')}"
        f"{request.path}?{request.META.get('QUERY_STRING', '')}"
    )
    return f"page:{version}:{hashlib.sha256(address.encode()).hexdigest()}"
