from django import forms

from consultations.responses.domain.references import normalise
from consultations.responses.forms.fields import LineField

MISTYPED = (
    "This is not one of our references. It has nine letters and digits, such as C7K-M4R-TX9. "
    "Look at it again."
)


class ReferenceField(LineField):
    """A reference, typed with or without its dashes, in small or capital letters."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", "Reference")
        kwargs.setdefault("help_text", "For example C7K-M4R-TX9.")
        kwargs.setdefault("error_messages", {"required": "Write the reference of your response."})
        super().__init__(max_length=40, **kwargs)
        self.widget.attrs |= {"autocomplete": "off", "spellcheck": "false"}

    def clean(self, value):
        typed = super().clean(value)
        reference = normalise(typed)
        if not reference:
            raise forms.ValidationError(MISTYPED)
        return reference


class FindForm(forms.Form):
    use_required_attribute = False

    reference = ReferenceField()
    code = LineField(
        label="Code",
        help_text="Sixteen letters and digits from the page you saw when you sent it.",
        max_length=60,
        error_messages={"required": "Write the code that belongs to the reference."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"autocomplete": "off", "spellcheck": "false"}


class LinkForm(forms.Form):
    use_required_attribute = False

    reference = ReferenceField()
