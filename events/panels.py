from django.utils import timezone
from wagtail.admin.ui.components import Component

from events.domain.booking_numbers import PERMISSION, next_standings


class BookingsPanel(Component):
    """The next events that are booked here, on the home of whoever looks after them."""

    name = "bookings"
    template_name = "events/admin/home_panel.html"
    order = 230

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        if not user.has_perm(PERMISSION):
            return {"standings": []}
        return {"standings": next_standings(user, now=timezone.now())}
