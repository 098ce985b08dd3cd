from urllib.parse import urlencode

from django import forms

from toolkit.domain.finder import Needs
from toolkit.enums import Audience, Conflict, Evidence, Level, Purpose, Skill

NOT_SAID = "Not decided yet"
LEVELS = {
    Level.INFORMATION: "We tell people what is happening",
    Level.CONSULTATION: "We ask, and say what we did about it",
    Level.DELIBERATION: "We think it through with people before we decide",
    Level.COLLABORATION: "We work it out together; the council decides",
    Level.PARTNERSHIP: "We decide together, or people decide",
}
LEVEL_CHOICES = [
    (level.value, f"{level.value}. {level.label}: {words}") for level, words in LEVELS.items()
]


def number_field(label, help_text="", **kwargs):
    return forms.IntegerField(
        label=label,
        required=False,
        help_text=help_text,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 8, "class": "short"}),
        **{"min_value": 0, "max_value": 10_000_000} | kwargs,
    )


def one_of(label, choices, none=NOT_SAID, **kwargs):
    return forms.TypedChoiceField(
        label=label,
        required=False,
        choices=[("", none), *choices],
        empty_value=None,
        **kwargs,
    )


def some_of(label, enumeration, help_text=""):
    return forms.MultipleChoiceField(
        label=label,
        required=False,
        help_text=help_text,
        choices=[(value, label[0].upper() + label[1:]) for value, label in enumeration.choices],
        widget=forms.CheckboxSelectMultiple,
    )


class AskedForm(forms.Form):
    """A form whose answers are the address, so that it can be sent to somebody else."""

    def query(self):
        """The answers as they were given, for another page's address."""
        pairs = []
        for name, value in self.cleaned_data.items():
            if value in (None, "", False, []):
                continue
            values = value if isinstance(value, list) else [value]
            pairs += [(name, "on" if each is True else each) for each in values]
        return urlencode(pairs)


class FinderForm(AskedForm):
    level = one_of(
        "How much say will people have?",
        LEVEL_CHOICES,
        coerce=int,
    )
    purpose = one_of("We want to", Purpose.choices, coerce=str)
    audiences = some_of("Whom must you hear?", Audience)
    evidence = some_of("What do you need to have in the end?", Evidence)
    weeks = number_field(
        "How many weeks do you have?", "From today until you need to know what people said."
    )
    money = number_field("How many pounds can you spend?", "Besides the time of staff.")
    staff_days = number_field("How many days of staff do you have?")
    people = number_field("How many people do you expect to take part?", min_value=1)
    skill = one_of("How practised are you in leading talks?", Skill.choices, coerce=int)
    conflict = one_of("How much do people disagree?", Conflict.choices, coerce=int)
    is_formal = forms.BooleanField(label="It has to stand as a formal consultation", required=False)

    def __init__(self, asked=None):
        super().__init__(asked, auto_id="find-%s")

    @property
    def needs(self):
        answers = self.cleaned_data
        return Needs(
            **{
                **answers,
                "purpose": answers["purpose"] or "",
                "audiences": frozenset(answers["audiences"]),
                "evidence": frozenset(answers["evidence"]),
            }
        )


class MixForm(AskedForm):
    """Whom a mix must hear, and what it may not exceed."""

    audiences = some_of("Whom must you hear?", Audience)
    level = one_of(
        "How much say will people have?",
        LEVEL_CHOICES,
        coerce=int,
    )
    weeks = number_field(
        "How many weeks do you have?", "For each method, its preparation included."
    )
    money = number_field(
        "How many pounds can you spend?", "On all of them, besides the time of staff."
    )

    def __init__(self, asked=None):
        super().__init__(asked, auto_id="mix-%s")

    def clean_audiences(self):
        audiences = self.cleaned_data["audiences"]
        if not audiences:
            raise forms.ValidationError("Choose at least one group of people whom you must hear.")
        return audiences
