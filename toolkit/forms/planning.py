from django import forms

from toolkit.domain.learning import measured_all
from toolkit.domain.planning import Brief, part_of
from toolkit.enums import Audience, Level
from toolkit.forms.finding import LEVEL_CHOICES, AskedForm, number_field, some_of
from toolkit.models import MethodPage

MOST_METHODS = 6


class PlanForm(AskedForm):
    """What a plan is made from. `known` are the methods that can be chosen: {slug: page}."""

    title = forms.CharField(label="What is it about?", max_length=120)
    aim = forms.CharField(
        label="What do you want to find out, and what will it decide?",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    level = forms.TypedChoiceField(
        label="How much say will people have?",
        choices=LEVEL_CHOICES,
        coerce=int,
        initial=Level.CONSULTATION,
    )
    method = forms.MultipleChoiceField(
        label="With which methods?",
        help_text=f"Up to {MOST_METHODS}.",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one method."},
    )
    decision_on = forms.DateField(
        label="On what day is it decided?",
        help_text="The plan is counted back from it.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": "Give the day of the decision.",
            "invalid": "Give the day of the decision as day, month and year.",
        },
    )
    compact_applies = forms.BooleanField(
        label="It affects voluntary and community groups, so that the Compact asks for 12 weeks",
        required=False,
    )
    money = number_field("How many pounds can you spend?", "Besides the time of staff.")
    staff_days = number_field("How many days of staff do you have?")
    audiences = some_of("Whom must you hear?", Audience)

    def __init__(self, asked=None, *, today, **kwargs):
        super().__init__(asked, auto_id="plan-%s", **kwargs)
        self.today = today
        self.known = {page.slug: page for page in MethodPage.objects.live().public()}
        by_title = sorted(self.known.values(), key=lambda page: page.title)
        self.fields["method"].choices = [(page.slug, page.title) for page in by_title]

    def clean_method(self):
        slugs = self.cleaned_data["method"]
        if len(slugs) > MOST_METHODS:
            raise forms.ValidationError(
                f"Choose {MOST_METHODS} methods at most; you chose {len(slugs)}."
            )
        return slugs

    def clean_decision_on(self):
        day = self.cleaned_data["decision_on"]
        if day <= self.today:
            raise forms.ValidationError("Choose a day after today.")
        if day.year > self.today.year + 5:
            raise forms.ValidationError("Choose a day within the next five years.")
        return day

    @property
    def brief(self):
        answers = self.cleaned_data
        return Brief(
            title=answers["title"],
            aim=answers["aim"],
            level=answers["level"],
            decision_on=answers["decision_on"],
            begins_on=self.today,
            parts=self._parts(),
            compact_applies=answers["compact_applies"],
            money=answers["money"],
            staff_days=answers["staff_days"],
            audiences=tuple(answers["audiences"]),
        )

    def _parts(self):
        pages = [self.known[slug] for slug in self.cleaned_data["method"]]
        found = measured_all(pages)
        return tuple(part_of(page, found[page.pk]) for page in pages)
