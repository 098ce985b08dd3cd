from django import forms

from consultations.moderation.enums import FIRST_REASONS, Reason


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
