from django import template
from wagtail.models import Site

from pages.navigation import main_menu as menu_items
from pages.navigation import shown_details

register = template.Library()


def _site(context):
    request = context.get("request")
    if request is None:
        return Site.objects.select_related("root_page").filter(is_default_site=True).first()
    return Site.find_for_request(request)


@register.simple_tag(takes_context=True)
def main_menu(context):
    site = _site(context)
    if site is None:
        return []
    request = context.get("request")
    return menu_items(home=site.root_page, path=request.path if request else "/")


@register.simple_tag(takes_context=True)
def site_settings(context):
    """The site's details with its footer links, in two queries a page."""
    request = context.get("request")
    kept = getattr(request, "_site_details", None)
    if kept is not None:
        return kept
    shown = shown_details(_site(context))
    if request is not None:
        request._site_details = shown
    return shown
