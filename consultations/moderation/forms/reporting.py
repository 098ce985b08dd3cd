"""Telling the council that something published is wrong, or against the law."""

from django import forms

from consultations.moderation.enums import (
    ReportKind,
)


class ReportForm(forms.Form):
    """A reader's report. A legal notice says who serves it; a report need not."""

    use_required_attribute = False

    kind = forms.ChoiceField(
        label="What is it about?",
        choices=[
            (ReportKind.REPORT, "Something in this comment should not be shown"),
            (ReportKind.LEGAL, "I give notice that it is against the law, for example defamatory"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it is about."},
    )
    text = forms.CharField(
        label="What is wrong, and which words?",
        help_text="That you disagree with it is no reason to hide it.",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Say what is wrong, in a sentence."},
    )
    name = forms.CharField(
        label="Your name",
        help_text="For a legal notice only.",
        max_length=120,
        required=False,
    )
    email = forms.EmailField(
        label="Your e-mail address",
        help_text="For a legal notice only. We confirm that we have it.",
        required=False,
        error_messages={"invalid": "Write an e-mail address such as name@example.org."},
    )
    website = forms.CharField(required=False, widget=forms.HiddenInput)  # only machines fill it in

    def clean(self):
        if self.cleaned_data.get("kind") == ReportKind.LEGAL:
            if not self.cleaned_data.get("name"):
                self.add_error("name", "A legal notice needs the name of whoever gives it.")
            if not self.cleaned_data.get("email") and "email" not in self.errors:
                self.add_error("email", "A legal notice needs an address to answer to.")
        return self.cleaned_data
