"""Making a form from a description, with keys that are the same wherever it is made."""

from dataclasses import dataclass, field
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction

from consultations.responses.domain.answers import NONE, OTHER, SAME_FOR_ALL
from consultations.responses.models import Questionnaire, QuestionnaireUse


@dataclass(frozen=True)
class Asked:
    """One question. `when` shows it only after these answers: ("name", "answer", "answer").

    An answer is named by its words, or by its key for kinds whose answers are always the same.
    `more` is what only this kind has.
    """

    name: str
    kind: str
    label: str
    hint: str = ""
    options: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    more: dict = field(default_factory=dict)
    when: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Form:
    slug: str
    title: str
    questions: tuple[Asked, ...]


@transaction.atomic
def make_questionnaire(form, *, is_default=False, uses=()):
    """Store this form. `uses` are dicts of where it is asked, see `QuestionnaireUse`."""
    questionnaire = build_questionnaire(form)
    questionnaire.is_default = is_default
    questionnaire.uses = [QuestionnaireUse(**use) for use in uses]
    questionnaire.save()
    return questionnaire


def build_questionnaire(form):
    """This form, not stored."""
    return Questionnaire(
        title=form.title,
        questions=[_block(form, asked) for asked in form.questions],
        rules=_rules(form),
    )


def key_of(form, name):
    """The lasting key of this question, as it stands in a stream."""
    return str(uuid5(NAMESPACE_URL, f"form:{form.slug}:{name}"))


def _option_key(form, name, label):
    return str(uuid5(NAMESPACE_URL, f"form:{form.slug}:{name}:{label}"))


def _block(form, asked):
    value = {"label": asked.label, **asked.more}
    if asked.kind != "information":
        value["hint"] = asked.hint
    for name in ("options", "rows"):
        if getattr(asked, name):
            value[name] = [
                {"type": "item", "value": label, "id": _option_key(form, asked.name, label)}
                for label in getattr(asked, name)
            ]
    return {"type": asked.kind, "value": value, "id": key_of(form, asked.name)}


def _rules(form):
    by_name = {asked.name: asked for asked in form.questions}
    rules = {}
    for asked in form.questions:
        if asked.when:
            key = UUID(key_of(form, asked.name)).hex
            rules[key] = [_rule(form, by_name[name], answers) for name, *answers in asked.when]
    return rules


def _rule(form, earlier, answers):
    fixed = earlier.kind in SAME_FOR_ALL
    keys = [
        str(answer) if fixed or answer in (OTHER, NONE) else _option_key(form, earlier.name, answer)
        for answer in answers
    ]
    return {"question": UUID(key_of(form, earlier.name)).hex, "any_of": keys}
