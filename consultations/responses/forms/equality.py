from django import forms

from consultations.responses.domain.characteristics import CHARACTERISTICS
from consultations.responses.enums import Ease
from consultations.responses.forms.fields import WordsField

NOT_LISTED = {"invalid_choice": "Choose one of the answers listed, or leave them all empty."}


class EqualityForm(forms.Form):
    """Every question may be left empty, or answered with "prefer not to say"."""

    use_required_attribute = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for one in CHARACTERISTICS:
            self.fields[one.key] = forms.ChoiceField(
                label=one.question,
                choices=one.choices,
                required=False,
                widget=forms.RadioSelect,
                error_messages=NOT_LISTED,
            )

    @property
    def groups(self):
        return {key: group for key, group in self.cleaned_data.items() if group}


class FeedbackForm(forms.Form):
    """Two questions about the form itself."""

    use_required_attribute = False

    ease = forms.ChoiceField(
        label="How easy or difficult was it to answer?",
        choices=Ease.choices,
        required=False,
        widget=forms.RadioSelect,
        error_messages=NOT_LISTED,
    )
    words = WordsField(
        label="What would make it better?",
        help_text="Please leave out names. We cannot write back: nobody can see who wrote this.",
        rows=4,
        required=False,
        max_length=2_000,
    )

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not any(cleaned.values()):
            raise forms.ValidationError("Answer one of the two questions before you send them.")
        return cleaned
