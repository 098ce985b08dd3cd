"""Registrations only."""

from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from wagtail import hooks
from wagtail_modeladmin.options import modeladmin_register

from events.domain.booking_messages import untold
from events.domain.booking_numbers import MAY_WRITE
from events.models import EventPage
from events.panels import BookingsPanel
from events.registers import BookingsGroup
from events.reports import EventNumbersMenuItem, EventNumbersView
from events.views import looking_after


@hooks.register("register_admin_urls")
def booking_urls():
    view = EventNumbersView
    return [
        path("sessions/<int:pk>/register/", looking_after.register, name="bookings_register"),
        path("sessions/<int:pk>/walk-in/", looking_after.walk_in, name="bookings_walk_in"),
        path("sessions/<int:pk>/message/", looking_after.message, name="bookings_message"),
        path("sessions/<int:pk>/bookings.csv", looking_after.export, name="bookings_export"),
        path("bookings/<int:pk>/cancel/", looking_after.cancel, name="bookings_cancel"),
        path("events/<int:pk>/call-off/", looking_after.call_off, name="bookings_call_off"),
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
        return redirect("bookings_call_off", page.pk)
    return None


@hooks.register("insert_global_admin_css")
def bookings_css():
    return format_html('<link rel="stylesheet" href="{}">', static("admin/css/bookings.css"))


modeladmin_register(BookingsGroup)
