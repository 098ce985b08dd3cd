from django import forms

from people.models import User
from records.domain.references import normalise
from toolkit.forms.fields import LineField, MailField, TextField
from toolkit.models import CompactCodePage

MISTYPED = (
    "This is not one of our references. It has nine letters and digits, such as C7K-M4R-TX9. "
    "Look at it again."
)


class PeopleField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, user):
        return user.get_full_name()


class DisputeForm(forms.Form):
    """`key` makes sending twice one dispute. Contact is optional: reference and code are enough."""

    use_required_attribute = False

    what_happened = TextField(
        label="What happened?",
        help_text="Say what was agreed or expected, and what was done instead. Dates help.",
        rows=8,
        error_messages={"required": "Write what happened, in your own words."},
    )
    code = forms.ModelChoiceField(
        CompactCodePage.objects.none(),
        label="Which code is it about?",
        empty_label="I am not sure",
        required=False,
    )
    what_was_tried = TextField(
        label="What have you tried already?", rows=4, required=False, max_length=2000
    )
    what_would_help = TextField(
        label="What would put it right?", rows=4, required=False, max_length=2000
    )
    kept_from = PeopleField(
        User.objects.none(),
        label="Who should not read this?",
        help_text="Tick anybody who is part of it. They will not learn that it exists.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    organisation = LineField(
        label="Your group or organisation",
        max_length=200,
        required=False,
        autocomplete="organization",
    )
    name = LineField(label="Your name", required=False, autocomplete="name")
    email = MailField(
        label="Your e-mail address",
        help_text="If you give it, we write when there is news. The letter never says what about.",
        required=False,
    )
    key = forms.CharField(widget=forms.HiddenInput, min_length=20, max_length=80)

    def __init__(self, *args, codes, handlers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].queryset = codes
        self.fields["kept_from"].queryset = handlers

    def words(self):
        """What was said, without the key and the people it is kept from."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in ("key", "kept_from")
        }


class FindDisputeForm(forms.Form):
    use_required_attribute = False

    reference = LineField(
        label="Reference",
        help_text="For example C7K-M4R-TX9.",
        max_length=40,
        error_messages={"required": "Write the reference you were shown."},
    )
    code = LineField(
        label="Code",
        help_text="Sixteen letters and digits. Dashes and capital letters do not matter.",
        max_length=60,
        error_messages={"required": "Write the code that belongs to the reference."},
    )

    def clean_reference(self):
        reference = normalise(self.cleaned_data["reference"])
        if not reference:
            raise forms.ValidationError(MISTYPED)
        return reference


class StepForm(forms.Form):
    use_required_attribute = False

    words = TextField(
        label="What the person who raised it will read",
        error_messages={"required": "Write what you tell the person who raised it."},
    )
