"""Forms about one comment: holding it, passing it on, and what came of a risk."""

from django import forms

from consultations.moderation.enums import (
    FIRST_REASONS,
    NotResponseReason,
    Reason,
    SafetyOutcome,
)


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


class NotResponseForm(forms.Form):
    reason = forms.ChoiceField(
        choices=NotResponseReason.choices,
        widget=forms.RadioSelect,
        label="Why is it no response?",
        error_messages={
            "required": "Choose why it is no response.",
            "invalid_choice": "Choose one of the two reasons.",
        },
    )


class HandOverForm(forms.Form):
    """To whom a comment goes; empty for whoever is drawn by lot."""

    to = forms.ModelChoiceField(
        queryset=None, required=False, empty_label="Whoever is drawn by lot"
    )

    def __init__(self, *args, readers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = readers


class SafetyForm(forms.Form):
    """What came of reading a private comment in which somebody may be at risk."""

    outcome = forms.ChoiceField(
        label="What came of it",
        choices=SafetyOutcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what came of it."},
    )
    passed_to = forms.CharField(
        label="To whom it was passed on (a service or a role, such as “children’s services”)",
        required=False,
        max_length=120,
        error_messages={"max_length": "Name them in at most 120 characters."},
    )

    def clean(self):
        cleaned = super().clean()
        is_passed_on = cleaned.get("outcome") == SafetyOutcome.PASSED_ON
        if is_passed_on and "passed_to" not in self.errors and not cleaned.get("passed_to"):
            self.add_error("passed_to", "Say to whom it was passed on.")
        return cleaned
