"""Everything a consultation asks, in order: for paper, for a meeting, for whoever types it in."""

from dataclasses import dataclass

from consultations.drafts.domain.lineage import published_versions
from consultations.responses.domain.places import Place
from consultations.responses.domain.questionnaires import NoQuestionnaire, version_for
from consultations.responses.enums import QuestionKind
from consultations.responses.models import Question, QuestionnaireVersion

NOT_ON_PAPER = (QuestionKind.INFORMATION, QuestionKind.OFFICERS)


@dataclass(frozen=True)
class Sheet:
    """What is asked at one place, with the version of the form, to be printed with it."""

    place: Place
    version: QuestionnaireVersion
    questions: list[Question]

    @property
    def form(self):
        return f"{self.version.questionnaire.title}, version {self.version.number}"


def sheets(consultation):
    """One for each section of the newest draft, front matter left out, and the general one."""
    places = []
    draft = published_versions(consultation).live().last()
    if draft is not None:
        sections = draft.sections().live().filter(is_front_matter=False)
        places = [Place(consultation, draft, section) for section in sections]
    places.append(Place(consultation))
    try:
        versions = [version_for(place) for place in places]
    except NoQuestionnaire:
        return []
    asked = {}
    questions = Question.objects.filter(version__in=versions).exclude(kind__in=NOT_ON_PAPER)
    for question in questions.order_by("position"):
        asked.setdefault(question.version_id, []).append(question)
    return [
        Sheet(place, version, asked.get(version.pk, []))
        for place, version in zip(places, versions, strict=True)
    ]
