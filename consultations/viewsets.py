from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from consultations.models import DecisionMaker, Election


class ElectionViewSet(SnippetViewSet):
    """Elections before which no consultation opens without a note."""

    model = Election
    icon = "calendar"
    menu_label = "Elections"
    list_display = ("name", "quiet_from", "polling_day")
    panels = [FieldPanel("name"), FieldPanel("polling_day"), FieldPanel("begins_on")]


class DecisionMakerViewSet(SnippetViewSet):
    model = DecisionMaker
    icon = "user"
    menu_label = "Decision-makers"
    list_display = ("name", "kind", "link")
    list_filter = ("kind",)
    search_fields = ("name",)
    panels = [FieldPanel("name"), FieldPanel("kind"), FieldPanel("decides"), FieldPanel("link")]
