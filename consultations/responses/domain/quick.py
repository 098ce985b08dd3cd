"""The quick way: how far one agrees with each section, and one comment on all of it."""

from dataclasses import dataclass

from consultations.responses.domain.places import Place
from consultations.responses.domain.ways import sections_to_answer
from consultations.responses.enums import QuestionKind
from consultations.responses.models import (
    Question,
    Questionnaire,
    QuestionnaireUse,
    QuestionnaireVersion,
)

ASKED = (QuestionKind.STANCE, QuestionKind.COMMENT)


@dataclass(frozen=True)
class QuickAsk:
    """One question of the form of one place."""

    place: Place
    question: Question

    @property
    def version(self):
        return self.question.version

    @property
    def field_name(self):
        return f"{self.question.field_name}_{self.place.thing.pk}"


def quick_asks(*, consultation, draft, basket=None, versions=None):
    """What the quick page asks: each section's stance, and last the comment on the whole draft.

    Each is the first question of its kind in the place's own form which does not depend on
    another. A form that somebody has begun to fill in, or that stood on the page they sent
    (`versions`, ids by place key), is asked as it was. Sections without a stance are left out.
    """
    if draft is None:
        return []
    places = [Place(consultation, draft, section) for section in sections_to_answer(draft)]
    places.append(Place(consultation, draft))
    asked = _newest_versions(consultation, places) | _begun(basket) | (versions or {})
    questions = {}
    rows = Question.objects.filter(version__in=set(asked.values()), kind__in=ASKED, rules=[])
    for question in rows.select_related("version").order_by("position"):
        questions.setdefault((question.version_id, question.kind), question)
    kinds = [QuestionKind.STANCE] * (len(places) - 1) + [QuestionKind.COMMENT]
    found = [
        (place, questions.get((asked.get(place.key), kind)))
        for place, kind in zip(places, kinds, strict=True)
    ]
    return [QuickAsk(place, question) for place, question in found if question]


def has_quick_way(asks):
    return any(ask.question.kind == QuestionKind.STANCE for ask in asks)


def _begun(basket):
    if basket is None:
        return {}
    return dict(basket.comments.values_list("place", "questionnaire_version"))


def _newest_versions(consultation, places):
    """The id of the version each place asks for, by its key, in three queries for any number."""
    uses = QuestionnaireUse.objects.filter(consultation=consultation, is_general=False)
    by_section = dict(uses.values_list("section", "questionnaire"))
    default = Questionnaire.objects.filter(is_default=True).values_list("pk", flat=True).first()
    usual = by_section.get(None, default)
    forms = {
        place.key: by_section.get(place.section.pk, usual) if place.section else usual
        for place in places
    }
    newest = dict(
        QuestionnaireVersion.objects.filter(questionnaire__in=set(forms.values()) - {None})
        .order_by("number")
        .values_list("questionnaire", "pk")
    )
    return {key: newest[form] for key, form in forms.items() if form in newest}
