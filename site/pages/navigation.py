"""The main menu, and what the header and the footer say about the site."""

from dataclasses import dataclass

from django.core.cache import cache

from pages.caching import pages_version
from pages.models import SiteDetails

KEPT_FOR = 3600  # seconds; forgotten at once when a page changes


@dataclass(frozen=True)
class MenuItem:
    title: str
    url: str
    is_current: bool = False


def main_menu(*, home):
    """The pages under the home page that an editor has put in menus, in tree order."""
    children = home.get_children().live().in_menu().only("title", "url_path", "slug", "path")
    return [MenuItem(page.title, f"/{page.slug}/") for page in children]


@dataclass(frozen=True)
class Crumb:
    title: str
    url: str


def crumb(page):
    return Crumb("Home" if page.depth == 2 else page.title, page.url)


def crumbs_above(page):
    """The way from the home page to above this page, asked for once until a page changes."""
    key = f"crumbs:{pages_version()}:{page.pk}"
    kept = cache.get(key)
    if kept is None:
        kept = [crumb(above) for above in page.get_ancestors() if above.depth > 1]
        cache.set(key, kept, KEPT_FOR)
    return kept


@dataclass(frozen=True)
class ShownDetails:
    """The site's details as the header and the footer show them."""

    name: str
    council_name: str
    notice: str
    contact_email: str
    contact_phone: str
    footer_links: list[MenuItem]


def shown_details(site):
    details = (SiteDetails.objects.filter(site=site).first() if site else None) or SiteDetails()
    links = details.footer_links.select_related("page") if details.pk else []
    return ShownDetails(
        name=details.name,
        council_name=details.council_name,
        notice=details.notice,
        contact_email=details.contact_email,
        contact_phone=details.contact_phone,
        footer_links=[MenuItem(link.page.title, link.page.url) for link in links if link.page.live],
    )
