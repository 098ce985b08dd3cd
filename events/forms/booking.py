"""The forms of whoever books."""

from django import forms

from events.domain.booking import Details
from events.enums import BookingChannel
from events.forms.fields import LineField, PlacesField, QuestionsForm, TextField, email_field
from events.wording import when_in_words
from records.domain.references import normalise

MYSELF, ORGANISATION = "myself", "organisation"
ALL_DATES = "all"
OF_THEM = {
    "name": "Their name",
    "others": "Who comes with them?",
    "access": "Is there anything they need in order to take part?",
    "diet": "Is there anything they cannot eat?",
}
MISTYPED = (
    "This is not one of our references. It has nine letters and digits, such as C7K-M4R-TX9. "
    "Look at it again."
)


class BookingForm(QuestionsForm):
    """Who comes, how many, and what they need. `sessions` are those that can be booked now."""

    session = forms.ChoiceField(
        label="Which day?",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose the day on which you want to come.",
            "invalid_choice": "This day can no longer be booked. Choose another.",
        },
    )
    capacity = forms.ChoiceField(
        label="Do you book for yourself or for an organisation?",
        choices=[(MYSELF, "For myself"), (ORGANISATION, "For a group or an organisation")],
        initial=MYSELF,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose for whom you book."},
    )
    organisation_name = LineField(
        label="Name of the group or organisation",
        help_text="Only if you book for one.",
        required=False,
        max_length=200,
        autocomplete="organization",
    )
    name = LineField(
        label="Your name",
        autocomplete="name",
        error_messages={"required": "Write your name, so that we know who comes."},
    )
    email = email_field(
        help_text="For your confirmation, and for news of this event only. Never shown."
    )
    phone = LineField(
        label="Telephone number",
        help_text="If we may ring you when something changes on the day.",
        required=False,
        max_length=40,
        autocomplete="tel",
    )
    places = PlacesField(initial=1)
    others = TextField(
        label="Who comes with you?",
        help_text="One name a line, if you know them already.",
        required=False,
        max_length=1000,
        rows=3,
    )
    access = TextField(
        label="Is there anything you need in order to take part?",
        help_text="For example an interpreter, large print, a lift, a place for a carer. Only "
        "those who prepare the event see it, and it is deleted a week after the event.",
        required=False,
        rows=3,
    )
    diet = TextField(
        label="Is there anything you cannot eat?",
        help_text="Seen by those who prepare the event, and deleted a week after it.",
        required=False,
        rows=2,
    )

    def __init__(self, *args, terms, sessions, **options):
        super().__init__(*args, **options)
        self.sessions = {str(session.pk): session for session in sessions}
        self.fields["session"].choices = [
            (key, self._in_words(session)) for key, session in self.sessions.items()
        ]
        if len(sessions) == 1:
            self.fields["session"].required = False
            self.fields["session"].widget = forms.HiddenInput()
        elif terms.offers_all_dates:
            everything = (ALL_DATES, f"All {len(sessions)} dates")
            self.fields["session"].choices = [everything, *self.fields["session"].choices]
        if terms.most_places == 1:
            self.fields["places"].required = False
            self.fields["places"].widget = forms.HiddenInput()
            del self.fields["others"]
        else:
            self.fields["places"].help_text = f"{terms.most_places} at most."
        if not terms.asks_access:
            del self.fields["access"]
        if not terms.asks_diet:
            del self.fields["diet"]

    @staticmethod
    def _in_words(session):
        words = when_in_words(session)
        full = " – full, with a waiting list" if session.is_full else ""
        return words[:1].upper() + words[1:] + full

    def clean(self):
        cleaned = super().clean()
        is_group = cleaned.get("capacity") == ORGANISATION
        is_unnamed = "organisation_name" not in self.errors and not cleaned.get("organisation_name")
        if is_group and is_unnamed:
            self.add_error("organisation_name", "Write the name of your organisation.")
        if not is_group:
            cleaned["organisation_name"] = ""
        return cleaned

    @property
    def takes_all_dates(self):
        return self.cleaned_data.get("session") == ALL_DATES

    def session_chosen(self):
        [*only] = self.sessions.values()
        return self.sessions.get(self.cleaned_data.get("session")) or only[0]

    def details(self):
        given = self.cleaned_data
        return Details(
            name=given["name"],
            email=given["email"],
            phone=given["phone"],
            organisation_name=given.get("organisation_name", ""),
            places=given.get("places") or 1,
            others=given.get("others", ""),
            access=given.get("access", ""),
            diet=given.get("diet", ""),
            answers=self.answers(),
        )


class TakeForm(BookingForm):
    """What an editor takes down for somebody who rings, writes or stands at the desk."""

    channel = forms.ChoiceField(
        label="How did it come?",
        choices=[(one.value, one.label) for one in BookingChannel.taken()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how the booking came."},
    )

    field_order = ["channel"]

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        _speak_of_them(self)
        self.fields["capacity"].label = "Do they book for themselves or for an organisation?"
        self.fields["session"].error_messages["required"] = "Choose the day."
        own, group = self.fields["capacity"].choices
        self.fields["capacity"].choices = [(own[0], "For themselves"), group]
        self.fields[
            "email"
        ].help_text = "For the confirmation. Without one you print it on the next page."


class ChangeForm(BookingForm):
    """What may be changed: all but the day and for whom it is booked."""

    def __init__(self, *args, booking, terms, **options):
        needs = getattr(booking, "needs", None)
        initial = {
            "name": booking.name,
            "email": booking.email,
            "phone": booking.phone,
            "places": booking.places,
            "others": booking.others,
            "access": needs.access if needs else "",
            "diet": needs.diet if needs else "",
            **{f"q_{one.question_key.hex}": one.value for one in booking.answers.all()},
        }
        super().__init__(*args, terms=terms, sessions=[booking.session], initial=initial, **options)
        for name in ("session", "capacity", "organisation_name"):
            del self.fields[name]


class ChangeForThemForm(ChangeForm):
    """The same, typed by an editor who was told of it."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        _speak_of_them(self)


def _speak_of_them(form):
    """The words of a form that an editor fills in for somebody, who may have no e-mail address."""
    for name, label in OF_THEM.items():
        if name in form.fields:
            form.fields[name].label = label
    form.fields["email"].required = False
    form.fields["name"].error_messages["required"] = "Write who books."
    for name in ("name", "email", "phone"):
        form.fields[name].widget.attrs["autocomplete"] = "off"


class SubstituteForm(forms.Form):
    use_required_attribute = False

    name = LineField(
        label="Who comes instead?",
        error_messages={"required": "Write the name of whoever comes instead."},
    )
    email = email_field(
        label="Their e-mail address",
        help_text="They get a letter with a link of their own. Yours then opens nothing any more.",
    )
    phone = LineField(label="Their telephone number", required=False, max_length=40)

    field_order = ["name", "email", "phone"]


class ReferenceField(LineField):
    """A reference, typed with or without its dashes, in small or capital letters."""

    def __init__(self, **options):
        super().__init__(
            label="Reference",
            help_text="For example C7K-M4R-TX9.",
            max_length=40,
            autocomplete="off",
            error_messages={"required": "Write the reference of your booking."},
            **options,
        )

    def clean(self, value):
        reference = normalise(super().clean(value))
        if not reference:
            raise forms.ValidationError(MISTYPED)
        return reference


class FindForm(forms.Form):
    use_required_attribute = False

    reference = ReferenceField()
    code = LineField(
        label="Code",
        help_text="Sixteen letters and digits from the page you saw when you booked.",
        max_length=60,
        autocomplete="off",
        error_messages={"required": "Write the code that belongs to the reference."},
    )


class LinkForm(forms.Form):
    use_required_attribute = False

    reference = ReferenceField()
