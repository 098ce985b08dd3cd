"""What an officer enters about those who could answer."""

from django import forms
from django.utils import timezone

from consultations.analysis.domain.baselines import choices
from consultations.analysis.enums import Slice

TAKEN = "There is a row about them. Take it out first, or choose somebody else."


class BaselineForm(forms.Form):
    """One row; `cleaned_data["who"]` is (slice, key)."""

    who = forms.ChoiceField(label="Who", error_messages={"invalid_choice": "Choose from the list."})
    share = forms.DecimalField(
        label="Of a hundred, how many are they?",
        help_text="Of all people, or of all organisations. One figure after the point at most.",
        max_digits=4,
        decimal_places=1,
        min_value=0.1,
        max_value=99.9,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "size": 6}),
    )
    source = forms.CharField(
        label="Where the figure is from", max_length=200, help_text="Such as “Census 2021, TS007”."
    )
    year = forms.IntegerField(
        label="Its year",
        min_value=1901,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 6}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["who"].choices = [("", "Choose")] + [
            (slice.label, [(f"{slice}|{key}", label) for key, label in names.items()])
            for slice, names in choices().items()
            if names
        ]

    def clean_who(self):
        slice, _, key = self.cleaned_data["who"].partition("|")
        return Slice(slice), key

    def clean_year(self):
        year = self.cleaned_data["year"]
        if year > timezone.localdate().year:
            raise forms.ValidationError("That year has not come yet.")
        return year


class CopyForm(forms.Form):
    """Another consultation whose rows are taken over; `sources` are those with any."""

    source = forms.ModelChoiceField(queryset=None, label="Take them from", empty_label="Choose")

    def __init__(self, *args, sources, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["source"].queryset = sources


class MoneyForm(forms.Form):
    """How much is left, for the methods that are proposed."""

    money = forms.IntegerField(
        label="Money that is left, in pounds",
        required=False,
        min_value=0,
        max_value=10_000_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 8}),
    )
