from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from consultations.models import DecisionMaker


class DecisionMakerViewSet(SnippetViewSet):
    model = DecisionMaker
    icon = "user"
    menu_label = "Decision-makers"
    list_display = ("name", "kind", "link")
    list_filter = ("kind",)
    search_fields = ("name",)
    panels = [FieldPanel("name"), FieldPanel("kind"), FieldPanel("decides"), FieldPanel("link")]
