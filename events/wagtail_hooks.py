"""Registrations, and sentences instead of errors where a published event would be deleted."""

from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin import messages
from wagtail.snippets.models import register_snippet

from events.models import EventPage, PublishedEventKept
from events.views import series
from events.viewsets import VenueViewSet

register_snippet(VenueViewSet)
hooks.register("register_admin_urls", series.urls)
hooks.register("register_page_header_buttons", series.buttons)


def published_within(page):
    """A published event that would go with this page, or None."""
    within = EventPage.objects.descendant_of(page, inclusive=True)
    return within.filter(first_published_at__isnull=False).first()


@hooks.register("before_delete_page")
def keep_published_events(request, page):
    return _refuse(request, page)


@hooks.register("before_bulk_action")
def keep_published_events_in_bulk(request, action_type, objects, action_class):
    if action_type != "delete":
        return None
    for page in objects:
        answer = _refuse(request, page) if hasattr(page, "path") else None
        if answer:
            return answer
    return None


def _refuse(request, page):
    kept = published_within(page)
    if kept is None:
        return None
    messages.error(request, str(PublishedEventKept(kept)))
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("construct_page_action_menu")
def publish_at_once(menu_items, request, context):
    """Publishing comes first for an event, unless it is on its way through a workflow."""
    page = context.get("page")
    is_event = issubclass(context.get("page_class") or type(page), EventPage)
    if not is_event and context["view"] == "create":
        is_event = "/events/eventpage/" in request.path
    if not is_event or (page is not None and page.pk and page.workflow_in_progress):
        return
    for item in menu_items:
        if item.name == "action-publish":
            menu_items.remove(item)
            menu_items.insert(0, item)
            return
