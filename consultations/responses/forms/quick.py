"""The form of the quick way: a question for each section, and one box for all of it."""

from django import forms
from django.core.exceptions import ValidationError

from consultations.responses.enums import QuestionKind
from consultations.responses.forms.kinds import fields_for

NOTHING_SAID = "Choose how far you agree with at least one section, or write a comment."


class QuickForm(forms.Form):
    """Built from what `domain.quick.quick_asks` gives; at least one has to be answered.

    `kept` holds what the basket says at each place: answers by question key (hex), by place key.
    """

    use_required_attribute = False

    def __init__(self, data=None, *, asks, kept=None, **kwargs):
        super().__init__(data, **kwargs)
        self.asks = asks
        for ask in asks:
            field = fields_for(ask.question)[""]
            if ask.question.kind == QuestionKind.STANCE:
                field.label, field.help_text = ask.place.section.title, ask.question.label
            self.fields[ask.field_name] = field
            answers = (kept or {}).get(ask.place.key, {})
            self.initial[ask.field_name] = answers.get(ask.question.key.hex, "")

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not any(cleaned.values()):
            raise ValidationError(NOTHING_SAID)
        return cleaned

    @property
    def rows(self):
        """(what is asked, its box), in the order of the draft."""
        return [(ask, self[ask.field_name]) for ask in self.asks]

    @property
    def said(self):
        """(place, version, answers) for each place at which something was said rightly."""
        return [
            (ask.place, ask.version, {ask.question.key.hex: self.cleaned_data[ask.field_name]})
            for ask in self.asks
            if self.cleaned_data.get(ask.field_name)
        ]
