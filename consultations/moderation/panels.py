from wagtail.admin.ui.components import Component

from consultations.moderation.domain.desk import desk_of, nobodys, pages_to_sign_off
from consultations.moderation.domain.readers import PERMISSION


class WaitingPanel(Component):
    """What waits for this person, as counts.

    It stands where Wagtail's own panel stood, which loads every waiting item and turns the admin
    home into an error at about a thousand.
    """

    name = "waiting"
    template_name = "moderation/admin/waiting_panel.html"
    order = 220

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        decides = user.has_perm(PERMISSION)
        return {
            "desk": desk_of(user) if decides else None,
            "sign_offs": pages_to_sign_off(user),
            "nobodys": nobodys() if user.has_perm("moderation.change_route") else [],
        }
