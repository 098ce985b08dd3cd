"""The forms. The default one stands on its own; the others are put to use with their places."""

from consultations.responses.models import Questionnaire, QuestionnaireUse
from demo.content.forms import ABOUT_A_PASSAGE


def load_questionnaires(scene):
    Questionnaire.objects.create(**ABOUT_A_PASSAGE, is_default=True)


def use_form(form, *, consultation, section=None):
    """Ask these questions in this consultation, or in one section of it only."""
    questionnaire = Questionnaire(**form)
    questionnaire.uses = [QuestionnaireUse(consultation=consultation, section=section)]
    questionnaire.save()
    return questionnaire
