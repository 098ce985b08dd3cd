"""Declaring an interest, and reading again what somebody else decided."""

from django import forms

from consultations.moderation.enums import (
    DecisionKind,
)
from people.enums import InterestKind


class InterestForm(forms.Form):
    """By name: a list to choose from would tell who responded, and some do not want that yet."""

    organisation = forms.CharField(
        label="Organisation, as it writes its name",
        max_length=200,
        widget=forms.TextInput(attrs={"list": "organisations", "autocomplete": "off"}),
        error_messages={"required": "Write the organisation’s name."},
    )
    kind = forms.ChoiceField(
        label="What ties you to it?",
        choices=[("", "Choose one"), *InterestKind.choices],
        error_messages={"required": "Choose what ties you to it."},
    )
    note = forms.CharField(
        label="Anything others should know (optional)", required=False, max_length=200
    )


class VerdictForm(forms.Form):
    verdict = forms.ChoiceField(
        choices=[
            (DecisionKind.PUBLISH, "Publish it as it is"),
            (DecisionKind.PUBLISH_HIDDEN, "Publish it with hidden words"),
            (DecisionKind.HOLD, "Hold it"),
        ],
        widget=forms.RadioSelect,
        label="What would you decide?",
        error_messages={"required": "Choose what you would decide."},
    )
