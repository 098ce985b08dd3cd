from django import forms

from consultations.responses.enums import Capacity, Publish
from consultations.responses.forms.fields import LineField
from consultations.responses.forms.speaking_for import SpeakingForForm

ASKED = (Capacity.MYSELF, Capacity.GROUP, Capacity.ON_BEHALF, Capacity.COUNCILLOR)


class AboutYouForm(SpeakingForForm):
    """Who is answering, and what may be shown."""

    use_required_attribute = False
    field_order = (
        *("capacity", "organisation_name", "relationship", "person_knows", "office"),
        "is_under_13",
    )

    capacity = forms.ChoiceField(
        label="Who are you answering as?",
        choices=[(one.value, one.label) for one in ASKED],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose for whom you answer."},
    )
    organisation_name = LineField(
        label="Name of the group or organisation",
        help_text="Only if you answer as a group.",
        required=False,
        max_length=200,
    )
    publish = forms.ChoiceField(
        label="May we show what you say on this website?",
        help_text="Everything is read and counted, whichever you choose. What you say for somebody "
        "else is never shown with a name. A councillor or MP is, unless they choose otherwise.",
        choices=Publish.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether we may show what you say."},
    )
    name = LineField(
        label="Your name",
        help_text="Only if we may show it. A group is shown under the group’s name.",
        required=False,
        max_length=120,
    )
    email = forms.EmailField(
        max_length=254,
        label="E-mail address for a receipt",
        help_text="Used for your receipt and news of the outcome, and never shown. If you answer "
        "for somebody else, give your own address and not theirs.",
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={"invalid": "Write an e-mail address like name@example.org."},
    )

    def clean(self):
        cleaned = super().clean()
        is_group = cleaned.get("capacity") == Capacity.GROUP
        if is_group and self.is_empty("organisation_name"):
            self.add_error("organisation_name", "Write the name of your group or organisation.")
        self._show_by_name_unless_told(cleaned)
        if self.lacks_name:
            self.add_error("name", "Write the name to show, or choose to be shown without a name.")
        return cleaned

    def _show_by_name_unless_told(self, cleaned):
        """Somebody elected speaks in public unless they say otherwise."""
        is_councillor = (
            not cleaned.get("is_under_13") and cleaned.get("capacity") == Capacity.COUNCILLOR
        )
        if is_councillor and self.has_error("publish", "required"):
            del self.errors["publish"]
            cleaned["publish"] = Publish.WITH_NAME
