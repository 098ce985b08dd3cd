"""Which questions are asked where, and their immutable versions."""

import hashlib
import json

from django.db import transaction
from django.db.models import Case, IntegerField, Q, Value, When
from django.utils import timezone

from consultations.responses.models import Question, Questionnaire, QuestionnaireVersion


class NoQuestionnaire(Exception):
    """No form has been chosen for this place, and there is no default one."""


@transaction.atomic
def freeze_version(*, questionnaire, now=None):
    """The version that asks exactly these questions; made when the questions have changed."""
    rows = [_row(position, block) for position, block in enumerate(questionnaire.questions)]
    digest = hashlib.sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()
    Questionnaire.objects.select_for_update().get(pk=questionnaire.pk)
    last = questionnaire.versions.order_by("-number").first()
    if last is not None and last.hash == digest:
        return last
    version = QuestionnaireVersion.objects.create(
        questionnaire=questionnaire,
        number=last.number + 1 if last else 1,
        hash=digest,
        created_at=now or timezone.now(),
    )
    Question.objects.bulk_create(Question(version=version, **row) for row in rows)
    return version


def _row(position, block):
    return {
        "key": block.id,
        "kind": block.block_type,
        "label": block.value["label"],
        "hint": block.value["hint"],
        "options": list(block.value.get("options", [])),
        "position": position,
    }


def version_asked(*, consultation, section=None):
    """The newest version of the form for this section: its own, the consultation's, the default.

    Raises NoQuestionnaire where there is none.
    """
    of_section = Q(uses__section=section) if section else Q(pk__in=[])
    of_consultation = Q(uses__consultation=consultation, uses__section__isnull=True)
    version = (
        QuestionnaireVersion.objects.filter(
            questionnaire__in=Questionnaire.objects.filter(
                of_section | of_consultation | Q(is_default=True)
            )
        )
        .annotate(closeness=_closeness(consultation, section))
        .order_by("-closeness", "-number")
        .first()
    )
    if version is None:
        raise NoQuestionnaire("No form has been chosen for this consultation.")
    return version


def _closeness(consultation, section):
    def used(**condition):
        return Questionnaire.objects.filter(**condition).values("pk")

    whens = [
        When(
            questionnaire__in=used(uses__consultation=consultation, uses__section__isnull=True),
            then=Value(2),
        )
    ]
    if section:
        whens.insert(0, When(questionnaire__in=used(uses__section=section), then=Value(3)))
    return Case(*whens, default=Value(1), output_field=IntegerField())
