"""What an answer is, for each kind of question: how it is kept, counted and read.

A value is a text, or for kinds of several parts a dict without the parts left empty. In a basket
it stands as it is; `Answer.value` holds a text as it is and a dict as JSON. What was picked is
held by the lasting keys of the options, never by their words or places.
"""

import datetime as dt
import json
from dataclasses import dataclass

from django.utils import formats

from consultations.responses.enums import FactCheck, Impact, MayShow, QuestionKind, Stance

OTHER, NONE = "other", "none"
SOMETHING_ELSE = "Something else"

TEXTS = {
    QuestionKind.STANCE,
    QuestionKind.COMMENT,
    QuestionKind.WORDING,
    QuestionKind.LINE,
    QuestionKind.NUMBER,
    QuestionKind.DATE,
}
SAME_FOR_ALL = {
    QuestionKind.STANCE: Stance,
    QuestionKind.FACT_CHECK: FactCheck,
    QuestionKind.IMPACT: Impact,
}
ONE_OF = {QuestionKind.CHOICE, QuestionKind.OPTIONS, QuestionKind.PLACE, *SAME_FOR_ALL}
# Whether a later question is shown may depend on these.
CHOOSABLE = {*ONE_OF, QuestionKind.MULTI}
# Between its author and the council: on the Board's card, on no public page.
NEVER_PUBLIC = {
    QuestionKind.OFFER,
    QuestionKind.CONSENTS,
    QuestionKind.GROUP_RECORD,
    QuestionKind.POSTCODE,
    QuestionKind.OFFICERS,
}

# What the boxes of a kind are called, in the order in which they are read.
PARTS = {
    QuestionKind.CHOICE: {"other": SOMETHING_ELSE},
    QuestionKind.MULTI: {"other": SOMETHING_ELSE},
    QuestionKind.OPTIONS: {"other": SOMETHING_ELSE, "why": "Why?"},
    QuestionKind.FACT_CHECK: {"right": "What is right?", "source": "How can we check that?"},
    QuestionKind.IMPACT: {
        "how": "How would it affect them?",
        "less": "What would make that better?",
    },
    QuestionKind.EVIDENCE: {
        "text": "What you know or have seen",
        "link": "A link to it",
    },
    QuestionKind.GROUP_RECORD: {
        "headcount": "How many people took part?",
        "who": "Who were they?",
        "led_by": "Who led the talk?",
        "agreed": "What did everybody agree on?",
        "most": "What did most of them think?",
        "some": "What did some of them think?",
    },
}
AFFECTED = "Which people?"
MAY_SHOW = "May others see this?"


@dataclass(frozen=True)
class Pick:
    """One option somebody picked. `row` is the thing judged, in a matrix; `rank` counts from 1."""

    option: str
    row: str = ""
    rank: int | None = None


def stored(value):
    """The text that `Answer.value` holds."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def loaded(kind, text):
    """The value that `stored` made this text of."""
    return text if kind in TEXTS or not text else json.loads(text)


def picks(kind, value):
    """Every option this answer picks, in the order in which it was put."""
    if not value or kind in TEXTS:
        return []
    ranked = kind == QuestionKind.PRIORITIES and value.get("ordered")
    found = [
        Pick(option, rank=number if ranked else None)
        for number, option in enumerate(value.get("picked", []), start=1)
    ]
    found += [Pick(option, row="people") for option in value.get("people", [])]
    found += [Pick(option, row=row) for row, option in value.get("rows", {}).items()]
    return found


def chosen(kind, value):
    """The answers on which a later question may depend."""
    if kind == QuestionKind.STANCE:
        return {value} if value else set()
    return set(value.get("picked", [])) if value and kind in CHOOSABLE else set()


def choosable(question):
    """(key, label) of each answer to this question, "something else" and "none" included."""
    if question.kind in SAME_FOR_ALL:
        return list(SAME_FOR_ALL[question.kind].choices)
    return [(option["key"], option["label"]) for option in question.options]


def may_be_public(kind, value):
    """Whether a public page may show this answer at all."""
    if kind == QuestionKind.EVIDENCE:
        return bool(value) and value.get("may_show") == MayShow.YES
    return kind not in NEVER_PUBLIC


def shown(question, value):
    """An answer as people read it, a line for each of its parts.

    `question` is anything with `kind`, `options` and `settings`.
    """
    if not value:
        return ""
    if question.kind == QuestionKind.STANCE:
        return Stance(value).label if value in Stance.values else value
    if question.kind == QuestionKind.DATE:
        return formats.date_format(dt.date.fromisoformat(value), "j F Y")
    if question.kind in TEXTS:
        return value
    if question.kind == QuestionKind.POSTCODE:
        return value["area"]
    return "\n".join(_lines(question, value))


def _lines(question, value):
    kind, names = question.kind, dict(choosable(question))
    for number, key in enumerate(value.get("picked", []), start=1):
        if key == OTHER and value.get("other"):
            continue
        name = names.get(key, key)
        yield f"{number}. {name}" if value.get("ordered") else name
    people = {option["key"]: option["label"] for option in question.options}
    if value.get("people"):
        yield f"{AFFECTED} {', '.join(people.get(key, key) for key in value['people'])}"
    for row in question.settings.get("rows", []):
        if row["key"] in value.get("rows", {}):
            key = value["rows"][row["key"]]
            yield f"{row['label']}: {names.get(key, key)}"
    for part, label in PARTS.get(kind, {}).items():
        if value.get(part):
            sign = " " if label.endswith("?") else ": "
            yield f"{label}{sign}{value[part]}"
    if value.get("may_show"):
        yield f"{MAY_SHOW} {MayShow(value['may_show']).label}"
