"""The form of one table of an event: who talked, and what they said about what."""

from django import forms

from events.domain.tables import Said, Written
from events.forms.fields import LineField, PlacesField, TextField

THE_WHOLE = "The consultation as a whole"
MOST_NOTES = 40


class TableForm(forms.Form):
    use_required_attribute = False

    name = LineField(
        label="Which table?",
        max_length=80,
        help_text="Such as “Table 3”.",
        error_messages={"required": "Give the table a name, such as “Table 3”."},
    )
    headcount = PlacesField(
        label="How many people?",
        help_text="Without whoever led the talk. They count as one group, with this number.",
    )
    who = LineField(
        label="Who were they?",
        max_length=200,
        required=False,
        help_text="Such as “parents of the Tuesday group”. No names.",
    )
    led_by = LineField(label="Who led the talk?", required=False)
    may_be_shown = forms.BooleanField(
        label="They agreed that what they said may be shown on this website, without names",
        required=False,
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    @classmethod
    def initial_of(cls, table):
        return {name: getattr(table, name) for name in cls.base_fields}


class NoteForm(forms.Form):
    use_required_attribute = False

    about = forms.TypedChoiceField(
        label="About", required=False, coerce=int, empty_value=None, choices=[]
    )
    agreed = TextField(label="What did everybody agree on?", required=False, rows=3)
    most = TextField(label="What did most of them think?", required=False, rows=3)
    some = TextField(label="What did some of them think?", required=False, rows=3)

    def __init__(self, *args, places, **options):
        super().__init__(*args, **options)
        self.fields["about"].choices = [("", THE_WHOLE), *places]
        self.fields["about"].error_messages["invalid_choice"] = (
            "This section is not in the newest version. Choose what the note is about."
        )

    def said(self):
        return Said(**self.cleaned_data)


class BaseNotes(forms.BaseFormSet):
    def said(self):
        return tuple(form.said() for form in self.forms if form.has_changed() or form.initial)


Notes = forms.formset_factory(
    NoteForm, formset=BaseNotes, extra=1, absolute_max=MOST_NOTES, max_num=MOST_NOTES
)


def notes_of(table):
    """What the boxes hold of a table that was written down before."""
    return [
        {"about": note.about_id, "agreed": note.agreed, "most": note.most, "some": note.some}
        for note in table.notes.all()
    ]


def written(form, notes):
    given = form.cleaned_data
    return Written(
        name=given["name"],
        headcount=given["headcount"],
        who=given["who"],
        led_by=given["led_by"],
        may_be_shown=given["may_be_shown"],
        notes=notes.said(),
    )
