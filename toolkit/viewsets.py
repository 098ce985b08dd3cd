from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet, SnippetViewSetGroup

from toolkit.models import Champion, MethodUse, Principle, PrincipleRecord


class ChampionViewSet(SnippetViewSet):
    model = Champion
    icon = "user"
    menu_label = "Champions"
    list_display = ("name", "directorate", "is_active")
    list_filter = ("is_active",)
    search_fields = ("name", "directorate")
    panels = [
        FieldPanel("directorate"),
        FieldPanel("name"),
        FieldPanel("helps_with"),
        FieldPanel("email"),
        FieldPanel("is_active"),
    ]


class PrincipleViewSet(SnippetViewSet):
    model = Principle
    icon = "clipboard-list"
    menu_label = "Principles"
    list_display = ("name", "stage", "position", "adopted_on")
    list_filter = ("stage",)
    ordering = ("stage", "position")
    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("stage"), FieldPanel("position")]),
        FieldPanel("text"),
        FieldPanel("measure"),
        FieldPanel("adopted_on"),
    ]


class PrincipleRecordViewSet(SnippetViewSet):
    model = PrincipleRecord
    icon = "tasks"
    menu_label = "Records of principles"
    list_display = ("consultation", "is_public")
    list_filter = ("is_public",)
    edit_handler = ObjectList(PrincipleRecord.panels)


class WrittenByView(CreateView):
    """Wagtail's, with who wrote it down."""

    def save_instance(self):
        self.form.instance.recorded_by = self.request.user
        return super().save_instance()


class MethodUseViewSet(SnippetViewSet):
    """What methods took and taught, written down at the end of a consultation."""

    model = MethodUse
    icon = "history"
    menu_label = "Uses of methods"
    add_view_class = WrittenByView
    list_display = ("method", "occasion", "ended_on", "people", "cost", "staff_days")
    list_filter = ("method",)
    search_fields = ("occasion", "lessons")
    edit_handler = ObjectList(MethodUse.panels)


class ToolkitGroup(SnippetViewSetGroup):
    menu_label = "Toolkit"
    menu_icon = "help"
    menu_order = 270
    items = (ChampionViewSet, PrincipleViewSet, PrincipleRecordViewSet, MethodUseViewSet)
