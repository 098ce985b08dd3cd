"""What is asked of whoever answers for somebody else, on the website and by an officer alike."""

from django import forms

from consultations.responses.enums import Capacity, PersonKnows, Publish, Relationship

ONLY = "Only if you answer for somebody else. It is kept with the response and never shown."


class SpeakingForForm(forms.Form):
    """Two questions, asked of nobody but whoever answers for somebody else."""

    relationship = forms.ChoiceField(
        label="How do you know them?",
        help_text=ONLY,
        choices=Relationship.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    person_knows = forms.ChoiceField(
        label="Do they know that you answer for them?",
        help_text=ONLY,
        choices=PersonKnows.choices,
        widget=forms.RadioSelect,
        required=False,
    )

    WITHOUT_ANSWER = {
        "relationship": "Choose how you know them.",
        "person_knows": "Choose whether they know that you answer for them.",
    }
    NAMED = "What is said for somebody else is shown without a name. Choose another answer."

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("capacity") != Capacity.ON_BEHALF:
            return cleaned
        for name, error in self.WITHOUT_ANSWER.items():
            if self.is_empty(name):
                self.add_error(name, error)
        if cleaned.get("publish") == Publish.WITH_NAME:
            self.add_error("publish", self.NAMED)
        return cleaned

    def is_empty(self, name):
        """Whether nothing was given; what was given wrongly has its own error already."""
        return name not in self.errors and not self.cleaned_data.get(name)
