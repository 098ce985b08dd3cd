from django import forms

from consultations.models import ConsultationPage
from consultations.moderation.domain.queue import NOTHING
from consultations.moderation.enums import FIRST_REASONS, Concern, Reason


class HoldForm(forms.Form):
    """Why a comment should be held. A reason is always needed, and only these are reasons."""

    reason = forms.ChoiceField(
        choices=Reason.choices,
        error_messages={
            "required": "Choose why this comment should be held.",
            "invalid_choice": "Choose one of the reasons listed.",
        },
    )
    note = forms.CharField(required=False, max_length=500)

    first_reasons = FIRST_REASONS
    more_reasons = [reason for reason in Reason if reason not in FIRST_REASONS]


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


class HandOverForm(forms.Form):
    """To whom a comment goes; empty for whoever is drawn by lot."""

    to = forms.ModelChoiceField(
        queryset=None, required=False, empty_label="Whoever is drawn by lot"
    )

    def __init__(self, *args, readers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = readers
