"""What an officer types about a response that came another way, and files that come with one."""

from django import forms
from django.utils import timezone

from consultations.responses.domain import files
from consultations.responses.enums import Capacity, Channel, Publish
from consultations.responses.forms.fields import LineField, NumberField
from consultations.responses.forms.speaking_for import SpeakingForForm

CHOOSE = "Choose a file on your computer."


class EntryForm(SpeakingForForm):
    use_required_attribute = False
    field_order = (
        *("channel", "received_at", "capacity", "organisation_name"),
        *("relationship", "person_knows", "office", "is_under_13", "headcount"),
    )

    channel = forms.ChoiceField(
        label="How did it come?",
        choices=[one for one in Channel.choices if one[0] != Channel.WEB],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how it came."},
    )
    received_at = forms.DateTimeField(
        label="When did it come?",
        help_text="The day and time it reached the council, such as 27/03/2026 14:30. It counts "
        "from then.",
        input_formats=["%d/%m/%Y %H:%M", "%d/%m/%Y", "%d %m %Y %H:%M", "%Y-%m-%d %H:%M"],
        error_messages={
            "required": "Write when it came, such as 27/03/2026 14:30.",
            "invalid": "Write a day and a time, such as 27/03/2026 14:30.",
        },
    )
    capacity = forms.ChoiceField(
        label="Who answers?",
        choices=[
            (Capacity.MYSELF, "A person"),
            (Capacity.GROUP, Capacity.GROUP.label),
            (Capacity.ON_BEHALF, "Somebody who answers for another person"),
            (Capacity.COUNCILLOR, Capacity.COUNCILLOR.label),
            (Capacity.MEETING, "People at a meeting that we record"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who answers."},
    )
    organisation_name = LineField(
        label="Name of the group or organisation",
        help_text="Only for a group.",
        required=False,
        max_length=200,
    )
    headcount = NumberField(
        lowest=1,
        highest=100_000,
        label="How many people took part?",
        help_text="For a meeting, and for a group that met. It counts as one response.",
        required=False,
    )
    publish = forms.ChoiceField(
        label="May we show it on this website?",
        help_text="Choose “No” where nobody said so. What is said for another person is never "
        "shown with a name.",
        choices=Publish.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether we may show it."},
    )
    name = LineField(
        label="Name of the person",
        help_text="Only if we may show it, and never that of whoever is answered for.",
        required=False,
        max_length=120,
    )
    email = forms.EmailField(
        label="E-mail address for a receipt",
        help_text="Of whoever sends it, never of the person they answer for.",
        required=False,
        max_length=254,
        error_messages={"invalid": "Write an e-mail address like name@example.org."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["relationship"].label = "How do they know the person they answer for?"
        self.fields["person_knows"].label = "Does that person know?"
        for name in self.WITHOUT_ANSWER:
            self.fields[name].help_text = "Only if they answer for another person."
        self.fields["is_under_13"].label = "Who answers is under 13"
        self.fields["is_under_13"].help_text = "Then no name and no address is kept."
        self.fields["office"].label = "Which office do they hold?"
        self.fields["office"].help_text = "Only for a councillor or MP."

    def clean(self):
        cleaned = super().clean()
        capacity = cleaned.get("capacity")
        if capacity == Capacity.GROUP and not cleaned.get("organisation_name"):
            self.add_error("organisation_name", "Write the name of the group or organisation.")
        if capacity == Capacity.MEETING and self.is_empty("headcount"):
            self.add_error("headcount", "Write how many people took part.")
        if self.lacks_name:
            self.add_error("name", "Write the name to show, or choose to show it without a name.")
        return cleaned

    def clean_received_at(self):
        moment = self.cleaned_data["received_at"]
        if moment > timezone.now():
            raise forms.ValidationError("This is in the future. Write when it came.")
        return moment

    @property
    def values(self):
        """As `start_entry` takes them."""
        values = dict(self.cleaned_data)
        values["headcount"] = int(values["headcount"]) if values["headcount"] else None
        return values


class FileForm(forms.Form):
    use_required_attribute = False

    file = forms.FileField(
        label="File",
        help_text="A PDF, a picture (JPEG or PNG), a text, a Word or OpenDocument file, or a "
        "table, up to 10 MB.",
        widget=forms.FileInput(attrs={"accept": ",".join(f".{one}" for one in files.ENDINGS)}),
        error_messages={
            "required": CHOOSE,
            "invalid": CHOOSE,
            "missing": CHOOSE,
            "empty": "The file is empty. Choose another.",
        },
    )
