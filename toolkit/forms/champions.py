from django import forms

from toolkit.forms.fields import LineField, MailField, TextField


class MessageForm(forms.Form):
    use_required_attribute = False

    name = LineField(
        label="Your name",
        autocomplete="name",
        error_messages={"required": "Write your name, so that they know whom they answer."},
    )
    email = MailField(
        label="Your e-mail address",
        help_text="Only the person you write to sees it, to answer you.",
        error_messages={"required": "Write the address that the answer should go to."},
    )
    text = TextField(
        label="Your message",
        error_messages={"required": "Write what you want to say or ask."},
    )
