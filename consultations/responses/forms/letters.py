"""A letter as a file, and which sections it is about."""

from django import forms

from consultations.responses.forms.channels import FileForm
from consultations.responses.forms.quick import QuickForm


class LetterFileForm(FileForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        file = self.fields["file"]
        file.label = "Or choose a file with your letter"
        file.help_text = (
            "The words of a Word, OpenDocument or text file come into the box above, where you "
            "can change them. A PDF or a picture goes along as it is. Up to 10 MB."
        )


class LetterSectionsForm(forms.Form):
    """`sections` are (id, title) for each that can be named; none has to be."""

    use_required_attribute = False

    sections = forms.TypedMultipleChoiceField(
        label="Which sections is your letter about?",
        widget=forms.CheckboxSelectMultiple,
        coerce=int,
        required=False,
        error_messages={"invalid_choice": "Choose from the sections listed."},
    )

    def __init__(self, *args, sections, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sections"].choices = sections


class LetterStancesForm(QuickForm):
    """How far the letter agrees with each section that it is about."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for ask in self.asks:
            field = self.fields[ask.field_name]
            field.required = True
            field.error_messages["required"] = (
                f"Choose how far you agree with “{ask.place.section.title}”. There is an answer "
                "for having no view."
            )
