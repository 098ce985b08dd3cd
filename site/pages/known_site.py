"""Which site an address belongs to, asked of the database once and not at every request.

Wagtail asks anew for the site and for its home page whenever a page is served: an eighth of what
serving a draft costs (measured). Both are kept with the pages of the page cache and are forgotten
with them.
"""

from django.conf import settings
from django.core.cache import cache
from wagtail.models import Site
from wagtail.views import serve

from pages.caching import pages_version

KEPT_FOR = 3600  # seconds


class KnownSiteMiddleware:
    """Tells Wagtail the site of a page below the home page; the home page itself is read afresh."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if settings.PAGE_CACHE_ENABLED and view is serve and request.path_info != "/":
            # The place where `Site.find_for_request` looks first, and leaves what it has found.
            request._wagtail_site = known_site(request)


def known_site(request):
    """The site of this request with its home page, or None where there is no site."""
    key = f"site:{pages_version()}:{request.get_host()}"
    site = cache.get(key)
    if site is None:
        site = Site.find_for_request(request)
        if site is not None:
            site.root_page = site.root_page.specific
            cache.set(key, site, KEPT_FOR)
    return site
