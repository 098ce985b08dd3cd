"""What an officer types when importing a document. Messages are whole sentences."""

import inspect
from pathlib import PurePath

from django import forms

from consultations.drafts.importing import READERS
from consultations.drafts.importing.correcting import WORDS_ONLY
from consultations.drafts.importing.naming import sentence
from consultations.drafts.importing.steps import CORRECTIONS
from consultations.drafts.importing.uploading import MOST_BYTES

NAMES = {
    ".txt": "plain text",
    ".text": "plain text",
    ".docx": "Word",
    ".docm": "Word",
    ".odt": "OpenDocument",
    ".ott": "OpenDocument",
    ".fodt": "OpenDocument",
    ".md": "Markdown",
    ".markdown": "Markdown",
    ".html": "web page",
    ".htm": "web page",
    ".xhtml": "web page",
}
LONGEST_KEY = 9
MEGABYTES = MOST_BYTES // (1024 * 1024)


def kinds_in_words():
    """Such as "plain text (.txt), Word (.docx) or OpenDocument (.odt)", an ending for each."""
    endings = {}
    for ending in READERS:
        endings.setdefault(NAMES.get(ending, ending.lstrip(".").upper()), ending)
    kinds = [f"{name} ({ending})" for name, ending in endings.items()]
    return " or ".join(filter(None, [", ".join(kinds[:-1]), kinds[-1]]))


class UploadForm(forms.Form):
    file = forms.FileField(
        label="Document",
        error_messages={
            "required": "Choose the document on your computer.",
            "invalid": "Choose the document on your computer.",
            "missing": "Choose the document on your computer.",
            "empty": "The file is empty. Choose another.",
            "max_length": "The file's name is too long. Shorten it and choose the file again.",
        },
        max_length=255,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["file"]
        field.help_text = f"{sentence(kinds_in_words())}, up to {MEGABYTES} MB."
        field.widget.attrs["accept"] = ",".join(READERS)

    def clean_file(self):
        """Its size and kind, before a byte of it is read."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                f"The file is larger than {MEGABYTES} MB. Make its pictures smaller, or split it."
            )
        if PurePath(file.name).suffix.lower() not in READERS:
            raise forms.ValidationError(
                f"This kind of file cannot be read. Save the document as {kinds_in_words()}, "
                "and choose it again."
            )
        return file


class ConsultationField(forms.ModelChoiceField):
    def to_python(self, value):
        """A number that no page can have would stop the database, not the form."""
        if len(str(value)) > LONGEST_KEY:
            raise forms.ValidationError(self.error_messages["invalid_choice"], "invalid_choice")
        return super().to_python(value)


class NewImportForm(UploadForm):
    consultation = ConsultationField(
        None,
        empty_label=None,
        help_text="The draft is made below it. Nothing is public until you publish the draft.",
        error_messages={
            "required": "Choose the consultation that the draft belongs to.",
            "invalid_choice": "Choose one of the consultations on the list.",
        },
    )
    title = forms.CharField(
        required=False,
        max_length=255,
        label="Title of the draft (optional)",
        help_text="Leave it empty to take the title that stands in the document.",
        error_messages={"max_length": "A title has 255 characters at most."},
    )

    def __init__(self, *args, consultations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["consultation"].queryset = consultations
        self.order_fields(["consultation", "file", "title"])


class CorrectionForm(forms.Form):
    """Which button was pressed: `do` is the name of a correction, a section and maybe a passage.

    The kind chosen for a passage comes in a field of its own, `kind-<section>-<passage>`.
    """

    do = forms.RegexField(r"^[a-z-]+(:\d{1,6}){0,2}$")
    version = forms.IntegerField(min_value=0)
    title = forms.CharField(required=False, max_length=2000)

    def clean_do(self):
        name, *places = self.cleaned_data["do"].split(":")
        if name not in CORRECTIONS:
            raise forms.ValidationError("There is no such correction.")
        arguments = dict(zip(("section", "passage"), map(int, places), strict=False))
        if name == "change-kind":
            kind = self.data.get(f"kind-{'-'.join(places)}", "")
            if kind not in WORDS_ONLY:
                raise forms.ValidationError("Choose what the passage is.")
            arguments["kind"] = kind
        return name, arguments

    def clean(self):
        if "do" in self.cleaned_data:
            name, arguments = self.cleaned_data["do"]
            needed = inspect.signature(CORRECTIONS[name]).parameters.keys() - {"outline"}
            if "title" in needed:
                arguments["title"] = self.cleaned_data.get("title", "")
            if arguments.keys() != needed:
                raise forms.ValidationError("Choose what to correct.")
        return self.cleaned_data
