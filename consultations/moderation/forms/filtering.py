"""What of the queue is shown."""

from django import forms

from consultations.models import ConsultationPage
from consultations.moderation.domain.queue import NOTHING
from consultations.moderation.enums import (
    Concern,
)


class FilterForm(forms.Form):
    """Which comments the desk lists. What is not one of the choices is as if it were not asked."""

    consultation = forms.ModelChoiceField(
        queryset=ConsultationPage.objects.live().order_by("title"),
        required=False,
        empty_label="All consultations",
    )
    concern = forms.ChoiceField(
        label="What was found",
        required=False,
        choices=[("", "Anything"), (NOTHING, "Nothing"), *Concern.choices],
    )
    wait = forms.ChoiceField(
        label="How long it waits",
        required=False,
        choices=[("", "Any time"), ("today", "To be read today"), ("late", "Too long")],
    )
    pile = forms.ChoiceField(
        label="Whose pile",
        required=False,
        choices=[("", "Mine and nobody’s"), ("everybody", "Everybody’s")],
    )

    first = forms.BooleanField(label="Only what looks as if a machine had sent it", required=False)

    @property
    def chosen(self):
        """The valid choices, without those that are empty."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
