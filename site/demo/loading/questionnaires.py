"""The forms. The standard ones come with the site; the others are made with their places."""

from consultations.responses.domain.building import make_questionnaire
from consultations.responses.domain.library import OBJECTIVE, load_library
from consultations.responses.models import Questionnaire, QuestionnaireUse


def load_questionnaires(scene):
    load_library()


def use_form(form, *, consultation, section=None, is_general=False):
    """Ask these questions in this consultation, in one section of it, or about it as a whole."""
    use = {"consultation": consultation, "section": section, "is_general": is_general}
    return make_questionnaire(form, uses=[use])


def use_objective_form(*, consultation, section):
    """The standard form for objectives, put to use in the section that has them."""
    questionnaire = Questionnaire.objects.get(title=OBJECTIVE.title)
    QuestionnaireUse.objects.create(
        questionnaire=questionnaire, consultation=consultation, section=section
    )
