from wagtail.admin.panels import ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet

from consultations.drafts.models import GlossaryTerm


class GlossaryViewSet(SnippetViewSet):
    """The words that pages explain, for officers to keep."""

    model = GlossaryTerm
    icon = "openquote"
    menu_label = "Glossary"
    list_display = ["term", "expansion", "meaning", "consultation"]
    list_filter = ["consultation"]
    search_fields = ["term", "expansion", "meaning", "also_spelled"]
    list_per_page = 50
    edit_handler = ObjectList(GlossaryTerm.panels)
