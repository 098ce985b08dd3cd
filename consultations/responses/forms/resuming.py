from django import forms

from consultations.responses.forms.fields import LineField


class ResumeForm(forms.Form):
    use_required_attribute = False

    code = LineField(
        label="Code",
        help_text="Sixteen letters and digits. Dashes and capital letters do not matter.",
        max_length=60,
        error_messages={"required": "Write the code you were given when you stopped."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"autocomplete": "off", "spellcheck": "false"}


class MailForm(forms.Form):
    use_required_attribute = False

    email = forms.EmailField(
        max_length=254,
        label="Your e-mail address",
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "required": "Write the address that the link should go to.",
            "invalid": "Write an e-mail address like name@example.org.",
        },
    )
    remind = forms.BooleanField(
        label="Remind me three days before it closes, if I have not sent it by then",
        required=False,
    )
