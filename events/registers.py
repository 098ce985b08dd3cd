"""Bookings, attendance and the waiting list: registers that are only read, each scoped."""

from wagtail_modeladmin.options import ModelAdminGroup

from events.domain.booking_numbers import bookings_of
from events.enums import BookingStatus
from events.models import Booking
from events.wording import moment_in_words
from pages.registers import Register

ABOUT = ("reference", "status", "channel", "name", "organisation", "email", "phone", "places")


class BookingsRegister(Register):
    """What people need is in none of these: it stands on the register of a session, when asked."""

    model = Booking
    base_url_path = "bookings"
    menu_label = "Bookings"
    menu_icon = "check"
    menu_order = 10
    add_to_admin_menu = False
    list_display = ("reference", "name", "organisation", "event", "starts", "places", "status")
    list_filter = ("status", "channel", "session__event__kind", "session__starts_at")
    search_fields = ("reference", "name", "email", "organisation__name", "session__event__title")
    list_export = (*list_display, "email", "phone", "made_at")
    inspect_view_fields = (
        *ABOUT,
        "session",
        "others",
        "made_at",
        "taken_by",
        "booked_at",
        "cancelled_at",
    )
    list_per_page = 50
    export_filename = "bookings"

    def get_queryset(self, request):
        return bookings_of(request.user).order_by("-made_at", "-pk")

    def event(self, booking):
        return booking.session.event.title

    def starts(self, booking):
        return moment_in_words(booking.session.starts_at)

    starts.admin_order_field = "session__starts_at"


class AttendanceRegister(BookingsRegister):
    base_url_path = "attendance"
    menu_label = "Attendance"
    menu_icon = "group"
    menu_order = 20
    list_display = ("name", "organisation", "event", "starts", "places", "attended", "channel")
    list_filter = ("channel", "session__event__kind", "session__starts_at", "organisation__kind")
    list_export = list_display
    inspect_view_fields = (*ABOUT, "session", "others", "attended", "has_evaluated")
    export_filename = "attendance"

    def get_queryset(self, request):
        marked = bookings_of(request.user).filter(attended__isnull=False)
        return marked.order_by("-session__starts_at", "name", "pk")


class WaitingRegister(BookingsRegister):
    base_url_path = "waiting-list"
    menu_label = "Waiting list"
    menu_icon = "time"
    menu_order = 30
    list_display = ("event", "starts", "name", "organisation", "places", "status", "offered_until")
    list_filter = ("status", "session__event__kind", "session__starts_at")
    list_export = (*list_display, "made_at")
    inspect_view_fields = (*ABOUT, "session", "made_at", "offered_until")
    export_filename = "waiting-list"

    def get_queryset(self, request):
        waits = [BookingStatus.WAITING, BookingStatus.OFFERED]
        waiting = bookings_of(request.user).filter(status__in=waits)
        return waiting.order_by("session__starts_at", "session", "pk")


class BookingsGroup(ModelAdminGroup):
    menu_label = "Bookings"
    menu_icon = "check"
    menu_order = 260
    items = (BookingsRegister, AttendanceRegister, WaitingRegister)
