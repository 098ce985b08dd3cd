"""From a question to the boxes it is answered in, and from what they hold to its value.

For each kind, `fields` gives form fields by the part of the value they hold. The part "" is the
one that carries the question itself as its label; where there is none, the question stands over
all its boxes.
"""

from django import forms

from consultations.responses.domain.answers import (
    AFFECTED,
    CHOOSABLE,
    MAY_SHOW,
    NONE,
    OTHER,
    PARTS,
    TEXTS,
    choosable,
)
from consultations.responses.enums import MayShow, QuestionKind
from consultations.responses.forms.fields import (
    LINE,
    DayField,
    LineField,
    LinkField,
    NumberField,
    PostcodeField,
    WordsField,
)
from people.domain.postcodes import wards
from people.models import Area

PLACES = ("first", "second", "third", "fourth", "fifth")
NOT_LISTED = {"invalid_choice": "Choose one of the answers listed."}
WIDE = {"right", "how", "less", "why", "text", "agreed", "most", "some"}
HINTS = {
    (QuestionKind.FACT_CHECK, "right"): "Only if something is out of date or wrong.",
    (QuestionKind.FACT_CHECK, "source"): "A report, a website, or what you have seen yourself.",
    (QuestionKind.IMPACT, "how"): "Only if you answered yes.",
    (QuestionKind.EVIDENCE, "link"): "It begins with https://.",
    (QuestionKind.GROUP_RECORD, "who"): "Such as “parents of the Tuesday group”. No names.",
    (QuestionKind.GROUP_RECORD, "headcount"): "A group counts as one response, with its number.",
}


def fields_for(question, *, present_wording="", picked=()):
    """The form fields of this question, by part; none for information.

    `picked` are the priorities ticked so far, which are then put in order.
    """
    make = {
        QuestionKind.COMMENT: _comment,
        QuestionKind.WORDING: _wording,
        QuestionKind.LINE: _line,
        QuestionKind.NUMBER: _number,
        QuestionKind.DATE: _date,
        QuestionKind.STANCE: _radios,
        QuestionKind.CHOICE: _radios,
        QuestionKind.OPTIONS: _radios,
        QuestionKind.FACT_CHECK: _radios,
        QuestionKind.IMPACT: _radios,
        QuestionKind.OFFICERS: _radios,
        QuestionKind.PLACE: _select,
        QuestionKind.POSTCODE: _postcode,
        QuestionKind.MULTI: _ticks,
        QuestionKind.OFFER: _ticks,
        QuestionKind.PRIORITIES: _ticks,
    }.get(question.kind)
    asked = {"label": question.label, "help_text": question.hint, "required": False}
    fields = {"": make(question, **asked)} if make else {}
    if question.kind == QuestionKind.WORDING:
        fields[""].initial = present_wording
    return fields | _more(question, picked)


def _comment(question, **asked):
    return WordsField(rows=8, **asked)


def _wording(question, **asked):
    return WordsField(rows=5, **asked)


def _line(question, **asked):
    return LineField(max_length=LINE, **asked)


def _number(question, **asked):
    limits = {name: question.settings.get(name) for name in ("lowest", "highest")}
    return NumberField(**limits, **asked)


def _date(question, **asked):
    asked["help_text"] = asked["help_text"] or "For example 27 3 2026."
    return DayField(**asked)


def _postcode(question, **asked):
    asked["help_text"] = asked["help_text"] or "We look up your ward and do not keep the postcode."
    return PostcodeField(**asked)


def _choices(question):
    if question.kind in CHOOSABLE:
        return choosable(question)
    return [(option["key"], option["label"]) for option in question.options]


def _radios(question, **asked):
    return forms.ChoiceField(
        choices=_choices(question), widget=forms.RadioSelect, error_messages=NOT_LISTED, **asked
    )


def _select(question, **asked):
    choices = [("", "Choose a place"), *_choices(question)]
    return forms.ChoiceField(choices=choices, error_messages=NOT_LISTED, **asked)


def _ticks(question, **asked):
    return forms.MultipleChoiceField(
        choices=_choices(question),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Choose among the answers listed."},
        **asked,
    )


def _more(question, picked):
    """The boxes beside the one that carries the question."""
    kind, fields = question.kind, {}
    if kind == QuestionKind.IMPACT:
        fields["people"] = _part(_ticks_of(question.options), AFFECTED, kind, "people")
    for part, label in PARTS.get(kind, {}).items():
        if part == "other" and OTHER not in {option["key"] for option in question.options}:
            continue
        fields[part] = _part(_box(kind, part), label, kind, part)
    if kind == QuestionKind.EVIDENCE:
        fields["may_show"] = _part(_radios_of(MayShow.choices), MAY_SHOW, kind, "may_show")
    if kind == QuestionKind.MATRIX:
        choices = _choices(question)
        for row in question.settings["rows"]:
            fields[row["key"]] = _part(_radios_of(choices), row["label"], kind, row["key"])
    if kind == QuestionKind.CONSENTS:
        for option in question.options:
            fields[option["key"]] = _part(
                forms.BooleanField(required=False), option["label"], kind, option["key"]
            )
    if kind == QuestionKind.POSTCODE:
        fields["ward"] = _part(_ward(), "Or choose your ward", kind, "ward")
    if kind == QuestionKind.PRIORITIES and 1 < len(picked) <= question.settings["most"]:
        fields |= _order(question, picked)
    return fields


def _part(field, label, kind, part):
    field.label, field.is_part = label, True
    field.help_text = HINTS.get((kind, part), "")
    return field


def _box(kind, part):
    if part == "headcount":
        return NumberField(lowest=1, highest=100_000, required=False)
    if part == "link":
        return LinkField(required=False)
    if part in WIDE:
        return WordsField(rows=4, required=False)
    return LineField(max_length=LINE, required=False)


def _radios_of(choices):
    return forms.ChoiceField(
        choices=choices, widget=forms.RadioSelect, required=False, error_messages=NOT_LISTED
    )


def _ticks_of(options):
    return forms.MultipleChoiceField(
        choices=[(option["key"], option["label"]) for option in options],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": "Choose among the answers listed."},
    )


def _ward():
    return forms.ChoiceField(
        choices=lambda: [
            ("", "Choose a ward"),
            *((str(ward.pk), ward.name) for ward in wards()),
        ],
        required=False,
        error_messages=NOT_LISTED,
    )


def _order(question, picked):
    """One list for each thing that was ticked, to say whether it is first, second, third."""
    choices = [("", "Choose its place")]
    choices += [(str(n), name.capitalize()) for n, name in enumerate(PLACES[: len(picked)], 1)]
    fields = {}
    for option in question.options:
        if option["key"] in picked:
            field = forms.ChoiceField(choices=choices, required=False, error_messages=NOT_LISTED)
            fields[option["key"]] = _part(field, option["label"], question.kind, option["key"])
    return fields


def value_of(question, parts):
    """The value that these cleaned parts make; "" or {} when nothing was answered."""
    kind = question.kind
    if kind in TEXTS:
        return parts.get("", "")
    if kind == QuestionKind.MATRIX:
        rows = {row: option for row, option in parts.items() if option}
        return {"rows": rows} if rows else {}
    if kind == QuestionKind.CONSENTS:
        picked = [key for key, is_ticked in parts.items() if is_ticked]
        return {"picked": picked} if picked else {}
    if kind == QuestionKind.PRIORITIES:
        return _priorities(parts)
    if kind == QuestionKind.POSTCODE:
        return _area(parts)
    first = parts.get("")
    value = {"picked": first if isinstance(first, list) else [first]} if first else {}
    value |= {part: said for part, said in parts.items() if part and said}
    if kind == QuestionKind.EVIDENCE and not (value.get("text") or value.get("link")):
        return {}
    return value


def _area(parts):
    """The area and nothing else; its name is kept too, as it was on that day."""
    chosen = parts.get("") or parts.get("ward")
    area = Area.objects.filter(pk=chosen).first() if chosen else None
    return {"picked": [str(area.pk)], "area": area.label} if area else {}


def _priorities(parts):
    picked = parts.get("") or []
    order = {key: int(place) for key, place in parts.items() if key and place}
    if not picked:
        return {}
    if len(picked) > 1 and set(order) != set(picked):
        return {"picked": picked}
    return {"picked": sorted(picked, key=lambda key: order.get(key, 0)), "ordered": True}


def parts_of(question, value):
    """What each box holds when this value is shown again: the inverse of `value_of`."""
    kind = question.kind
    if not value:
        return {}
    if kind in TEXTS:
        return {"": value}
    if kind == QuestionKind.MATRIX:
        return dict(value["rows"])
    if kind == QuestionKind.CONSENTS:
        return dict.fromkeys(value["picked"], True)
    if kind == QuestionKind.POSTCODE:  # the postcode was never kept
        return {"ward": value["picked"][0]}
    parts = {part: said for part, said in value.items() if part not in ("picked", "ordered")}
    if "picked" in value:
        several = kind in (QuestionKind.MULTI, QuestionKind.OFFER, QuestionKind.PRIORITIES)
        parts[""] = value["picked"] if several else value["picked"][0]
    if kind == QuestionKind.PRIORITIES and value.get("ordered"):
        parts |= {key: str(place) for place, key in enumerate(value["picked"], 1)}
    return parts


def faults_of(question, parts):
    """(part, sentence) of each way in which these answers contradict one another."""
    kind, first = question.kind, parts.get("") or []
    if kind == QuestionKind.MULTI and NONE in first and len(first) > 1:
        none = dict(choosable(question))[NONE]
        yield "", f"Choose “{none}” by itself, or take its tick away."
    if "other" in parts:  # only then is `first` what was picked, and not somebody's words
        picked = first if isinstance(first, list) else [first]
        if parts["other"] and OTHER not in picked:
            yield "", "You wrote something else: choose “Something else” too, or empty its box."
        if OTHER in picked and not parts["other"]:
            yield "other", "Write what else you mean, or choose another answer."
    if kind == QuestionKind.PRIORITIES:
        yield from _faults_of_order(question, parts)


def _faults_of_order(question, parts):
    picked = parts.get("") or []
    most = question.settings["most"]
    if len(picked) > most:
        yield "", f"Choose {most} at most. You chose {len(picked)}."
        return
    order = [(key, parts[key]) for key in parts if key in picked and parts[key]]
    if order and len(order) < len(picked):
        missing = next(key for key in picked if key in parts and not parts[key])
        yield missing, "Give this its place too, or leave every place empty."
    taken = set()
    for key, place in order:
        if place in taken:
            yield key, f"Two are {PLACES[int(place) - 1]}. Give each a place of its own."
        taken.add(place)
