from urllib.parse import urlencode

from django import forms

from consultations.enums import Standing
from people.domain.areas import areas_around
from people.models import Area

# Whoever asks for the open ones means those that close soon as well.
STANDINGS = {
    **{standing.slug: [standing] for standing in Standing},
    "open": [Standing.OPEN, Standing.CLOSING],
}


class ListForm(forms.Form):
    """Which consultations to list. What cannot be is left aside, so that every address works."""

    words = forms.CharField(
        label="Words",
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    area = forms.TypedChoiceField(label="Area", required=False, coerce=int, empty_value=None)
    stage = forms.ChoiceField(
        choices=[(standing.slug, standing.label) for standing in Standing],
        required=False,
        widget=forms.HiddenInput,
    )

    def __init__(self, asked):
        super().__init__(asked, auto_id="list-%s")
        self.areas = {area.pk: area for area in Area.objects.active()}
        self.fields["area"].choices = [
            ("", "Anywhere"),
            *((area.pk, area.label) for area in self.areas.values()),
        ]
        self.full_clean()
        for name in self.errors:  # or it would be shown as it was asked for
            self.data = {key: value for key, value in self.data.items() if key != name}

    @property
    def chosen(self):
        """What was asked for and can be: {name: value}."""
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def standing(self):
        return self.chosen.get("stage", "")

    @property
    def standing_title(self):
        return dict(self.fields["stage"].choices).get(self.standing, "")

    @property
    def area_chosen(self):
        return self.areas.get(self.chosen.get("area"))

    def narrow(self, consultations):
        """Of these consultations, in the order they have, those that were asked for."""
        chosen = self.chosen
        if "stage" in chosen:
            consultations = consultations.filter(standing__in=STANDINGS[chosen["stage"]])
        if "area" in chosen:
            consultations = consultations.concerning(areas_around(chosen["area"]))
        if "words" in chosen:
            consultations = consultations.matching(chosen["words"])
        return consultations

    def query(self, **changed):
        """The address of this list after its question mark, ready for one more key."""
        asked = {name: value for name, value in {**self.chosen, **changed}.items() if value}
        return f"{urlencode(asked)}&" if asked else ""

    def stages(self):
        """(label, address, whether it is on show) for every part of the list and for all of it."""
        parts = [("", "All"), *self.fields["stage"].choices]
        return [
            (label, f"?{self.query(stage=slug)}".rstrip("&"), slug == self.standing)
            for slug, label in parts
        ]
