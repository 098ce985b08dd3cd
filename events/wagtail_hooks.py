"""Registrations, and sentences instead of errors where a published event would be deleted."""

from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin import messages
from wagtail.snippets.models import register_snippet
from wagtail_modeladmin.options import modeladmin_register

from events.domain.booking_messages import untold
from events.domain.booking_numbers import MAY_WRITE
from events.models import EventPage, PublishedEventKept
from events.panels import BookingsPanel
from events.registers import BookingsGroup
from events.reports import EventNumbersMenuItem, EventNumbersView
from events.views import looking_after, series, taking
from events.viewsets import VenueViewSet

register_snippet(VenueViewSet)
modeladmin_register(BookingsGroup)
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


@hooks.register("insert_global_admin_css")
def series_css():
    return format_html('<link rel="stylesheet" href="{}">', static("admin/css/series.css"))


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


@hooks.register("register_admin_urls")
def booking_urls():
    view = EventNumbersView
    return [
        path("sessions/<int:pk>/register/", looking_after.register, name="bookings_register"),
        path("sessions/<int:pk>/walk-in/", looking_after.walk_in, name="bookings_walk_in"),
        path("sessions/<int:pk>/message/", looking_after.message, name="bookings_message"),
        path("sessions/<int:pk>/bookings.csv", looking_after.export, name="bookings_export"),
        path(
            "sessions/<int:pk>/certificates.pdf",
            looking_after.certificates,
            name="bookings_certificates",
        ),
        path("bookings/<int:pk>/cancel/", looking_after.cancel, name="bookings_cancel"),
        path("bookings/<int:pk>/change/", taking.change, name="bookings_change"),
        path("bookings/<int:pk>/accept/", taking.accept, name="bookings_accept"),
        path("events/<int:pk>/book/", taking.take, name="bookings_take"),
        path("events/<int:pk>/tell/", looking_after.tell_called_off, name="bookings_tell"),
        path("events/<int:pk>/evaluation/", looking_after.results, name="bookings_results"),
        path("reports/event-numbers/", view.as_view(), name="event_numbers"),
        path(
            "reports/event-numbers/results/",
            view.as_view(results_only=True),
            name="event_numbers_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def event_numbers():
    return EventNumbersMenuItem(
        "Event numbers", reverse("event_numbers"), icon_name="calendar-alt", order=200
    )


@hooks.register("construct_homepage_panels")
def next_bookings(request, panels):
    panels.append(BookingsPanel())


@hooks.register("after_edit_page")
def ask_whether_to_tell_bookers(request, page):
    """An event that was just cancelled in public leads to the question whom to tell."""
    if not isinstance(page, EventPage) or not request.user.has_perm(MAY_WRITE):
        return None
    if "action-publish" in request.POST and untold(page, now=timezone.now()):
        return redirect("bookings_tell", page.pk)
    return None


@hooks.register("insert_global_admin_css")
def bookings_css():
    return format_html('<link rel="stylesheet" href="{}">', static("admin/css/bookings.css"))
