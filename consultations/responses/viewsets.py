from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, ObjectList, TabbedInterface
from wagtail.admin.widgets import HeaderButton
from wagtail.snippets.views.snippets import EditView, SnippetViewSet

from consultations.responses.forms.editing import QuestionnaireForm
from consultations.responses.models import Questionnaire


class QuestionnaireEditView(EditView):
    """Wagtail's, with ways to the rules and to a trial, and what saving did to the answers."""

    @cached_property
    def header_buttons(self):
        pk = quote(self.object.pk)
        return [
            *super().header_buttons,
            HeaderButton(
                "Try it out", url=reverse("questionnaire_try", args=[pk]), icon_name="view"
            ),
            HeaderButton(
                "When questions are shown",
                url=reverse("questionnaire_rules", args=[pk]),
                icon_name="sliders",
            ),
        ]

    def get_success_message(self):
        version = self.object.versions.order_by("-number").first()
        said = " ".join(version.changes)
        return f"“{self.object}” is saved; version {version.number} is asked. {said}".strip()


class QuestionnaireViewSet(SnippetViewSet):
    model = Questionnaire
    icon = "form"
    menu_label = "Forms"
    menu_order = 250
    add_to_admin_menu = True
    edit_view_class = QuestionnaireEditView
    list_display = ["title", "is_default"]
    search_fields = ["title"]
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [FieldPanel("title"), FieldPanel("questions"), FieldPanel("counted_apart")],
                heading="Questions",
            ),
            ObjectList(
                [
                    FieldPanel("is_default"),
                    InlinePanel(
                        "uses",
                        heading="Where it is asked",
                        label="Place",
                        help_text="A section's own form comes before the consultation's, and that "
                        "before the usual form.",
                    ),
                ],
                heading="Where it is asked",
            ),
            ObjectList(
                [HelpPanel(template="responses/admin/versions_panel.html", heading="Versions")],
                heading="Versions",
            ),
        ],
        base_form_class=QuestionnaireForm,
    )
