"""The forms of whoever looks after bookings."""

from django import forms

from events.forms.fields import LineField, PlacesField, TextField


class WalkInForm(forms.Form):
    use_required_attribute = False

    name = LineField(label="Name", error_messages={"required": "Write who has come."})
    organisation_name = LineField(label="Organisation", required=False, max_length=200)
    people = PlacesField(label="People", initial=1)


class MessageForm(forms.Form):
    use_required_attribute = False

    subject = LineField(
        label="Subject",
        max_length=150,
        error_messages={"required": "Write a subject, so that people see what it is about."},
    )
    body = TextField(
        label="Message",
        max_length=5000,
        rows=10,
        help_text="Plain text. Its beginning names the person, its end says why they get it.",
        error_messages={"required": "Write what you want to tell them."},
    )
    includes_waiting = forms.BooleanField(label="Also those who wait for a place", required=False)
