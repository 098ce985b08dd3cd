"""Which questions are asked where, and their immutable versions."""

import hashlib
import json
from uuid import UUID, uuid4

from django.core.cache import cache
from django.db import transaction
from django.db.models import Case, IntegerField, Q, Value, When
from django.utils import timezone

from consultations.responses.domain.answers import NONE, OTHER, SOMETHING_ELSE
from consultations.responses.domain.changes import compare
from consultations.responses.enums import PlaceKind, QuestionKind
from consultations.responses.models import (
    Comment,
    DraftComment,
    Question,
    Questionnaire,
    QuestionnaireVersion,
)
from pages.caching import pages_version

KEPT_FOR = 3600  # seconds
COUNTED_TOGETHER = "Answers given before and after are counted together."
COUNTED_APART = "Answers given before and after are counted apart."
# Settings that a question keeps beside its options, where its block has them.
SETTINGS = ("most", "lowest", "highest")


class NoQuestionnaire(Exception):
    """No form has been chosen for this place, and there is no default one."""


def questions_of(questionnaire, *, stream=None):
    """The questions as they stand in the editor, not stored.

    `stream` stands for questions that are being edited and not saved yet.
    """
    stream = questionnaire.questions if stream is None else stream
    rules = questionnaire.rules
    return [_question(position, block, rules) for position, block in enumerate(stream) if block.id]


def question_of(value, *, kind="", key=None, position=0, rules=()):
    """The question that a block's value makes, not stored; by itself, for a preview."""
    return Question(
        key=key or uuid4(),
        kind=QuestionKind(kind or value.block.name).value,
        label=value["label"],
        hint=value.get("hint") or "",
        options=_options(value),
        settings=_settings(value),
        rules=list(rules),
        position=position,
    )


def _question(position, block, rules):
    key = UUID(str(block.id))
    return question_of(
        block.value,
        kind=block.block_type,
        key=key,
        position=position,
        rules=rules.get(key.hex, []),
    )


def _options(value):
    options = _keyed(value["options"]) if "options" in value else []
    if value.get("other"):
        options.append({"key": OTHER, "label": SOMETHING_ELSE})
    if value.get("none"):
        options.append({"key": NONE, "label": value["none"]})
    return options


def _keyed(items):
    return [{"key": str(item.id), "label": item.value} for item in items.bound_blocks]


def _settings(value):
    settings = {name: value[name] for name in SETTINGS if value.get(name) is not None}
    if "rows" in value:
        settings["rows"] = _keyed(value["rows"])
    if value.get("ruled_out"):
        settings["ruled_out"] = [dict(option) for option in value["ruled_out"]]
    if value.get("files"):
        settings["files"] = True
    if "text" in value:
        settings["text"] = value["text"].source
    return settings


COLUMNS = ("key", "kind", "label", "hint", "options", "settings", "rules", "position")


@transaction.atomic
def freeze_version(*, questionnaire, now=None):
    """The version that asks exactly these questions; made when the questions have changed."""
    asked = questions_of(questionnaire)
    rows = [{name: getattr(question, name) for name in COLUMNS} for question in asked]
    digest = hashlib.sha256(json.dumps(rows, sort_keys=True, default=str).encode()).hexdigest()
    Questionnaire.objects.select_for_update().get(pk=questionnaire.pk)
    last = questionnaire.versions.order_by("-number").first()
    if last is not None and last.hash == digest:
        return last
    changes = changes_to(questionnaire, asked=asked)
    answered = is_answered(questionnaire)
    version = QuestionnaireVersion.objects.create(
        questionnaire=questionnaire,
        number=last.number + 1 if last else 1,
        hash=digest,
        created_at=now or timezone.now(),
        changes=[_sentence(change, answered) for change in changes],
    )
    meanings = _meanings(questionnaire, changes if answered else [])
    for question in asked:
        question.version = version
        question.meaning = meanings.get(question.key, 1)
    Question.objects.bulk_create(asked)
    return version


def changes_to(questionnaire, *, asked):
    """How these questions differ from the newest version; nothing where there is none."""
    last = questionnaire.versions.order_by("-number").first()
    return compare(list(last.questions.all()), asked) if last else []


def is_answered(questionnaire):
    """Whether anybody has answered any version of it, sent or not."""
    condition = {"questionnaire_version__questionnaire": questionnaire}
    return (
        Comment.objects.filter(**condition).exists()
        or DraftComment.objects.filter(**condition).exists()
    )


def _sentence(change, answered):
    if not answered:
        return change.sentence
    return f"{change.sentence} {COUNTED_APART if change.is_new else COUNTED_TOGETHER}"


def _meanings(questionnaire, changes):
    """The meaning of each question in the version to come, by its key."""
    meanings = {}
    rows = Question.objects.filter(version__questionnaire=questionnaire).order_by("version__number")
    for key, meaning in rows.values_list("key", "meaning"):
        meanings[key] = max(meaning, meanings.get(key, 1))
    for key in {change.key for change in changes if change.is_new}:
        meanings[UUID(key)] = meanings.get(UUID(key), 1) + 1
    return meanings


@transaction.atomic
def set_rules(*, questionnaire, key, rules):
    """Say when one question is shown, and freeze the version that follows from it."""
    locked = Questionnaire.objects.select_for_update().get(pk=questionnaire.pk)
    locked.rules = {name: kept for name, kept in locked.rules.items() if name != key}
    if rules:
        locked.rules[key] = rules
    locked.save()


def version_for(place):
    """The version of the form that is asked at this place. Raises NoQuestionnaire."""
    return version_asked(
        consultation=place.consultation,
        section=place.section,
        in_general=place.kind == PlaceKind.CONSULTATION,
    )


def version_asked(*, consultation, section=None, in_general=False):
    """The newest version of the form for this section: its own, the consultation's, the default.

    `in_general` asks for the form about the consultation as a whole, where it has one of its own.
    Raises NoQuestionnaire where there is none.
    """
    own = _own_use(consultation, section, in_general)
    of_own = Q(**_prefixed(own)) if own else Q(pk__in=[])
    of_consultation = Q(**_prefixed(_use_of_all(consultation)))
    version = (
        QuestionnaireVersion.objects.filter(
            questionnaire__in=Questionnaire.objects.filter(
                of_own | of_consultation | Q(is_default=True)
            )
        )
        .annotate(closeness=_closeness(consultation, own))
        .order_by("-closeness", "-number")
        .first()
    )
    if version is None:
        raise NoQuestionnaire("No form has been chosen for this consultation.")
    return version


def questions_by_version(versions):
    """The questions of these versions, in their order, by the id of the version.

    What was asked never changes, so that it is read once and kept with the pages that ask it.
    """
    keys = {pk: f"questions:{pages_version()}:{pk}" for pk in versions}
    kept = cache.get_many(keys.values())
    found = {pk: kept[key] for pk, key in keys.items() if key in kept}
    if missing := keys.keys() - found.keys():
        rows = Question.objects.filter(version__in=missing).order_by("version", "position")
        read = {pk: [] for pk in missing}
        for question in rows:
            read[question.version_id].append(question)
        cache.set_many({keys[pk]: questions for pk, questions in read.items()}, KEPT_FOR)
        found |= read
    return found


def _use_of_all(consultation):
    return {"consultation": consultation, "section__isnull": True, "is_general": False}


def _own_use(consultation, section, in_general):
    """What tells the form that is closer than the consultation's own, if there can be one."""
    if in_general:
        return {"consultation": consultation, "is_general": True}
    return {"section": section} if section else {}


def _prefixed(use):
    return {f"uses__{name}": value for name, value in use.items()}


def _closeness(consultation, own):
    def used(use):
        return Questionnaire.objects.filter(**_prefixed(use)).values("pk")

    whens = [When(questionnaire__in=used(_use_of_all(consultation)), then=Value(2))]
    if own:
        whens.insert(0, When(questionnaire__in=used(own), then=Value(3)))
    return Case(*whens, default=Value(1), output_field=IntegerField())
