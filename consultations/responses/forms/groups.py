"""What a group says about itself, its workspace, and two versions of one answer."""

from django import forms
from django.core.exceptions import ValidationError

from consultations.responses.domain.groups import ORG_ID
from consultations.responses.enums import Publish
from consultations.responses.forms.fields import DayField, LineField, WordsField

NOT_AN_ORG_ID = (
    "Write the register and the number, such as GB-CHC-1234567 for a charity, or leave it empty."
)


class OrgIdField(LineField):
    def __init__(self, **kwargs):
        super().__init__(
            label="Number in a register, if the group has one",
            help_text="GB-CHC- and the number of a charity, GB-COH- and that of a company. Leave "
            "it empty for an unregistered group.",
            required=False,
            max_length=40,
            **kwargs,
        )
        self.widget.attrs.update({"spellcheck": "false", "autocapitalize": "characters"})

    def clean(self, value):
        text = super().clean(value).upper().replace(" ", "")
        if text and not ORG_ID.fullmatch(text):
            raise ValidationError(NOT_AN_ORG_ID)
        return text


class AboutGroupForm(forms.Form):
    """For whom a group speaks, how it asked them, and who approved what it says. All optional."""

    use_required_attribute = False

    org_id = OrgIdField()
    represents = WordsField(
        label="Whom do you speak for?",
        help_text="For example “60 carers in the east of the borough”.",
        rows=3,
        required=False,
        max_length=2_000,
    )
    gathered = WordsField(
        label="How did you find out what they think?",
        help_text="For example “at our meeting in May, and 14 replies by e-mail”.",
        rows=3,
        required=False,
        max_length=2_000,
    )
    is_approved = forms.ChoiceField(
        label="Who has approved this response?",
        choices=[("yes", "Our committee or trustees"), ("", "Nobody yet: it is an officer’s view")],
        widget=forms.RadioSelect,
        required=False,
    )
    approved_by = LineField(
        label="Name of the committee",
        help_text="Only if it was approved.",
        required=False,
        max_length=120,
    )
    approved_on = DayField(label="Approved on", help_text="For example 27 3 2026.", required=False)
    funder_safe = forms.BooleanField(
        label="Keep our name from the Board, and from officers who decide on grants and contracts, "
        "until all comments have been read and sorted",
        help_text="For groups that are paid by the council and have something critical to say. The "
        "officers who look after this consultation still see the name. It cannot hide what your "
        "own words give away, and the law on access to information still applies.",
        required=False,
    )

    def clean(self):
        cleaned = super().clean()
        is_missing = not cleaned.get("approved_on") and "approved_on" not in self.errors
        if cleaned.get("is_approved") and is_missing:
            self.add_error("approved_on", "Write the day on which your committee approved it.")
        return cleaned

    @property
    def about(self):
        """What the basket keeps: who approved it and when only where somebody did."""
        about = dict(self.cleaned_data)
        about["is_approved"] = bool(about["is_approved"])
        if not about["is_approved"]:
            about |= {"approved_by": "", "approved_on": ""}
        return about


class ComposeForm(AboutGroupForm):
    """The same, and what the lead says before the answers go into the group's response."""

    org_id = None
    publish = forms.ChoiceField(
        label="May we show what you say on this website?",
        help_text="Everything is read and counted, whichever you choose.",
        choices=[
            (Publish.WITH_NAME, "Yes, with the name of the group"),
            (Publish.WITHOUT_NAME, "Yes, without the name"),
            (Publish.NO, Publish.NO.label),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether we may show what you say."},
    )
    email = forms.EmailField(
        label="E-mail address for a receipt",
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={"invalid": "Write an e-mail address like name@example.org."},
    )


class StartWorkspaceForm(forms.Form):
    use_required_attribute = False

    name = LineField(
        label="Name of the group or organisation",
        max_length=200,
        error_messages={"required": "Write the name of your group or organisation."},
    )
    org_id = OrgIdField()


class WorkspaceCodeForm(forms.Form):
    use_required_attribute = False

    code = LineField(
        label="Code of the group",
        help_text="Sixteen letters and digits in groups of four. Small letters are fine.",
        max_length=60,
        error_messages={"required": "Write the code that you were given."},
    )


class WriterForm(forms.Form):
    """Who writes, if they say so; shown to their own group only."""

    use_required_attribute = False

    by_name = LineField(
        label="Your name in the group",
        help_text="If you like. Only your own group sees it.",
        required=False,
        max_length=80,
    )
