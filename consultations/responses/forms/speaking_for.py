"""What is asked of whoever answers for somebody else, as somebody elected, or as a child.

On the website and of what an officer types in alike.
"""

from django import forms

from consultations.responses.enums import Capacity, Office, PersonKnows, Publish, Relationship

ONLY = "Only if you answer for somebody else. It is kept with the response and never shown."

DETAILS = ("name", "email")


class SpeakingForForm(forms.Form):
    """Questions that are asked of some only; the form says of whom beside each."""

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

    office = forms.ChoiceField(
        label="Which office do you hold?",
        help_text="Only if you answer as a councillor or MP, who are counted apart from residents.",
        choices=Office.choices,
        widget=forms.RadioSelect,
        required=False,
    )

    is_under_13 = forms.BooleanField(
        label="I am under 13",
        help_text="Then we ask for no name and no address, and keep none. An adult who knows you, "
        "or your school, can also send it for you.",
        required=False,
    )

    WITHOUT_ANSWER = {
        "relationship": "Choose how you know them.",
        "person_knows": "Choose whether they know that you answer for them.",
    }
    NO_OFFICE = "Choose which office you hold."
    CHILD_NAMED = "Nobody under 13 is shown with a name. Choose another answer."
    NAMED = "What is said for somebody else is shown without a name. Choose another answer."

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("is_under_13"):
            self._drop_details(cleaned)
        if cleaned.get("capacity") == Capacity.COUNCILLOR and self.is_empty("office"):
            self.add_error("office", self.NO_OFFICE)
        if cleaned.get("capacity") != Capacity.ON_BEHALF:
            return cleaned
        for name, error in self.WITHOUT_ANSWER.items():
            if self.is_empty(name):
                self.add_error(name, error)
        if cleaned.get("publish") == Publish.WITH_NAME:
            self.add_error("publish", self.NAMED)
        return cleaned

    def _drop_details(self, cleaned):
        """What a child wrote there is not kept, so nothing can be wrong with it."""
        for name in DETAILS:
            self.errors.pop(name, None)
            cleaned[name] = ""
        if cleaned.get("publish") == Publish.WITH_NAME:
            self.add_error("publish", self.CHILD_NAMED)

    def is_empty(self, name):
        """Whether nothing was given; what was given wrongly has its own error already."""
        return name not in self.errors and not self.cleaned_data.get(name)

    @property
    def lacks_name(self):
        """Whether a person is to be shown with a name that nobody wrote."""
        given = self.cleaned_data
        is_by_name = given.get("capacity") in (Capacity.MYSELF, Capacity.COUNCILLOR)
        return is_by_name and given.get("publish") == Publish.WITH_NAME and self.is_empty("name")
