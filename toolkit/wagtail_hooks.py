"""Registrations only."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from toolkit.views import handling
from toolkit.viewsets import ToolkitGroup

register_snippet(ToolkitGroup)

hooks.register("register_admin_urls", handling.urls)
hooks.register("register_admin_menu_item", handling.menu_item)
