from dataclasses import replace

from django import template
from django.core.cache import cache
from wagtail.models import Site

from pages.caching import pages_version
from pages.navigation import KEPT_FOR, shown_details
from pages.navigation import main_menu as menu_items

register = template.Library()


def _site(context):
    request = context.get("request")
    if request is None:
        return Site.objects.select_related("root_page").filter(is_default_site=True).first()
    return Site.find_for_request(request)


def _furniture(context):
    """The menu and the details that stand on every page, asked for once until a page changes."""
    request = context.get("request")
    key = f"furniture:{request.get_host() if request else ''}:{pages_version()}"
    kept = cache.get(key)
    if kept is None:
        site = _site(context)
        menu = menu_items(home=site.root_page) if site else []
        kept = (menu, shown_details(site))
        cache.set(key, kept, KEPT_FOR)
    return kept


@register.simple_tag(takes_context=True)
def main_menu(context):
    request = context.get("request")
    path = request.path if request else "/"
    menu, _ = _furniture(context)
    return [replace(item, is_current=path.startswith(item.url)) for item in menu]


@register.simple_tag(takes_context=True)
def site_settings(context):
    _, details = _furniture(context)
    return details
