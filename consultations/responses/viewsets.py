from wagtail.snippets.views.snippets import SnippetViewSet

from consultations.responses.models import Questionnaire


class QuestionnaireViewSet(SnippetViewSet):
    model = Questionnaire
    icon = "form"
