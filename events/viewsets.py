from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from events.models import Venue
from events.models.venues import ACCESS_FACTS


class VenueViewSet(SnippetViewSet):
    """Places where events are held, with what people need to know before setting out."""

    model = Venue
    icon = "site"
    menu_label = "Venues"
    list_display = ("name", "address", "step_free", "hearing_loop")
    search_fields = ("name", "address")
    panels = [
        FieldPanel("name"),
        FieldPanel("address"),
        MultiFieldPanel(
            [*(FieldPanel(name) for name in ACCESS_FACTS), FieldPanel("notes")],
            "Getting in and around",
            help_text="Say what there is and what there is not. What is left empty is shown as "
            "not known.",
        ),
    ]
