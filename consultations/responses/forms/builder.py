"""The form about one place: its questions, those that answers bring, and what was said."""

from dataclasses import dataclass
from functools import cached_property

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField

from consultations.responses.domain.branching import visible
from consultations.responses.enums import QuestionKind
from consultations.responses.forms.kinds import faults_of, fields_for, parts_of, value_of
from consultations.responses.models import Question

ASKED = "asked"
NOTHING_SAID = "Choose how far you agree, or write a comment, before you continue."
NOTHING_ANSWERED = "Answer at least one question before you continue."


@dataclass(frozen=True)
class Group:
    """One question on the page with its boxes: the one that carries it, and those beside it."""

    question: Question
    lead: BoundField | None
    parts: list[BoundField]
    is_new: bool

    @property
    def anchor(self):
        """What a link to this question leads to: the first thing in it that takes the focus."""
        field = self.lead or (self.parts[0] if self.parts else None)
        if field is None:
            return f"information-{self.question.key.hex}"
        return field.id_for_label or field.subwidgets[0].id_for_label

    @property
    def hint_id(self):
        return f"hint-{self.question.key.hex}"


class CommentForm(forms.Form):
    """Built from questions; at least one of those shown has to be answered.

    A question that depends on an answer comes by pressing "Continue": as long as `brings_more`
    the page is shown again, with what the answers bring. `asked` says which boxes were on it.
    Those stay among the fields when their question is hidden by now, so that nothing typed is
    lost; boxes that were not on it hold what was kept. `for_officers` adds what only officers are
    asked.
    """

    use_required_attribute = False

    def __init__(
        self,
        data=None,
        *,
        questions,
        kept=None,
        present_wording="",
        for_officers=False,
        nothing_said="",
        **kwargs,
    ):
        self.nothing_said = nothing_said
        self.questions = [
            question
            for question in questions
            if for_officers or question.kind != QuestionKind.OFFICERS
        ]
        self.kept = kept or {}
        self.present_wording = present_wording
        self.was_asked = set(data.getlist(ASKED)) if data else set()
        super().__init__(data.copy() if data is not None else None, **kwargs)
        self.names = {question.key: self._add(question) for question in self.questions}

    def _add(self, question):
        """Add the fields of one question; their names by part."""
        parts = parts_of(question, self.kept.get(question.key.hex))
        self._bring_back(question.field_name, parts.get(""))
        picked = parts.get("", [])
        if self.is_bound:
            picked = self.data.getlist(question.field_name)
        if question.kind == QuestionKind.PRIORITIES and set(picked) != set(parts.get("", [])):
            parts = {}  # the order of other things, kept while they were ticked, is none of these
        made = fields_for(question, present_wording=self.present_wording, picked=picked)
        names = {}
        for part, field in made.items():
            names[part] = f"{question.field_name}_{part}" if part else question.field_name
            self.fields[names[part]] = field
            if part in parts:
                self.initial[names[part]] = parts[part]
            self._bring_back(names[part], self.initial.get(names[part], field.initial))
        return names

    def _bring_back(self, name, held):
        """Fill a box that was not on the page with what it holds."""
        if held and self.was_asked and name not in self.was_asked and name not in self.data:
            self.data.setlist(name, held if isinstance(held, list) else [held])

    def clean(self):
        cleaned = super().clean()
        for question in self.questions:
            names = self.names[question.key]
            parts = {part: cleaned.get(name) for part, name in names.items()}
            for part, sentence in faults_of(question, parts):
                if names[part] not in self.errors:
                    self.add_error(names[part], sentence)
        self._forget_errors_of_hidden()
        if not self.errors and not self.brings_more and not self.answers_shown:
            kinds = {group.question.kind for group in self.groups}
            is_plain = {QuestionKind.STANCE, QuestionKind.COMMENT} <= kinds
            usual = NOTHING_SAID if is_plain else NOTHING_ANSWERED
            raise ValidationError(self.nothing_said or usual)
        return cleaned

    def _forget_errors_of_hidden(self):
        """What is not shown can be put right by nobody, and is not sent."""
        for question in self.questions:
            if question.key.hex not in self.shown:
                for name in self.names[question.key].values():
                    self.errors.pop(name, None)

    @property
    def answers(self):
        """Values by question key (hex) to keep: those hidden by now too, without empty ones."""
        if not self.is_bound:
            return self.kept
        values = {question.key.hex: self._value(question) for question in self.questions}
        return {key: value for key, value in values.items() if value}

    @property
    def answers_in_order(self):
        """`answers`, where a box that is filled in wrongly leaves what was kept before."""
        wrong = {
            key.hex
            for key, names in self.names.items()
            if any(name in self.errors for name in names.values())
        }
        return self.answers | {key: self.kept[key] for key in wrong if key in self.kept}

    def _value(self, question):
        names = self.names[question.key]
        parts = {part: self.cleaned_data.get(name) for part, name in names.items()}
        value = value_of(question, parts) or ""
        if question.kind == QuestionKind.WORDING:
            is_untouched = value.split() == self.present_wording.split()
            return "" if is_untouched else value
        return value

    @cached_property
    def shown(self):
        """The keys of the questions that the answers so far show."""
        return visible(self.questions, self.answers)

    @property
    def answers_shown(self):
        return {key: value for key, value in self.answers.items() if key in self.shown}

    @cached_property
    def groups(self):
        """The questions on the page, in their order."""
        return [self._group(q) for q in self.questions if q.key.hex in self.shown]

    def _group(self, question):
        names = self.names[question.key]
        is_new = bool(self.was_asked) and not self.was_asked.issuperset(self._boxes(question))
        return Group(
            question=question,
            lead=self[names[""]] if "" in names else None,
            parts=[self[name] for part, name in names.items() if part],
            is_new=is_new,
        )

    def _boxes(self, question):
        return [question.field_name, *self.names[question.key].values()]

    @property
    def asked(self):
        """The names of the boxes on the page, which it sends along."""
        return [name for group in self.groups for name in self._boxes(group.question)]

    @property
    def brought(self):
        """The questions that the last answers brought."""
        return [group for group in self.groups if group.is_new]

    @property
    def brings_more(self):
        return bool(self.brought)
