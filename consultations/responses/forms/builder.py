"""Questions become a Django form; a method for each kind of question. Knows no model's rules."""

from django import forms
from django.core.exceptions import ValidationError

from consultations.responses.enums import QuestionKind, Stance
from consultations.responses.forms.fields import WordsField

NOTHING_SAID = "Choose how far you agree, or write a comment, before you continue."


class CommentForm(forms.Form):
    """The base of every built form: at least one question has to be answered."""

    use_required_attribute = False
    questions = ()

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not any(cleaned.get(q.field_name) for q in self.questions):
            raise ValidationError(NOTHING_SAID)
        return cleaned

    @property
    def answers(self):
        """Values by question key (hex), without those left empty."""
        return {
            question.key.hex: self.cleaned_data[question.field_name]
            for question in self.questions
            if self.cleaned_data.get(question.field_name)
        }


class FormBuilder:
    def __init__(self, questions, *, present_wording=""):
        self.questions = list(questions)
        self.present_wording = present_wording

    def form_class(self):
        fields = {question.field_name: self.field_for(question) for question in self.questions}
        return type("BuiltCommentForm", (CommentForm,), {**fields, "questions": self.questions})

    def field_for(self, question):
        make = getattr(self, f"make_{QuestionKind(question.kind).value}")
        return make(question, label=question.label, help_text=question.hint, required=False)

    def make_stance(self, question, **kwargs):
        return self._radios(Stance.choices, **kwargs)

    def make_choice(self, question, **kwargs):
        return self._radios([(option, option) for option in question.options], **kwargs)

    def make_comment(self, question, **kwargs):
        return WordsField(rows=8, **kwargs)

    def make_wording(self, question, **kwargs):
        return WordsField(rows=5, **kwargs)

    def _radios(self, choices, **kwargs):
        return forms.ChoiceField(
            choices=choices,
            widget=forms.RadioSelect,
            error_messages={"invalid_choice": "Choose one of the answers listed."},
            **kwargs,
        )

    @staticmethod
    def initial(answers):
        return {f"q_{key}": value for key, value in answers.items()}
