"""Appealing, and answering an appeal."""

from django import forms

from consultations.moderation.enums import (
    AppealOutcome,
)


class AppealForm(forms.Form):
    use_required_attribute = False

    text = forms.CharField(
        label="What should we look at?",
        help_text="Say in your own words why you think the decision is wrong. Somebody who had no"
        " part in it reads this.",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": "Say why you think the decision is wrong. One sentence is enough.",
        },
    )


class AppealAnswerForm(forms.Form):
    outcome = forms.ChoiceField(
        choices=[
            (AppealOutcome.UPHELD, "The decision stands"),
            (AppealOutcome.CHANGED, "Decide anew: it goes back to the desk"),
            (AppealOutcome.OVERTURNED, "It was wrong: show it as it was sent"),
        ],
        widget=forms.RadioSelect,
        label="What do you decide?",
        error_messages={"required": "Choose what you decide."},
    )
    answer = forms.CharField(
        label="Why? Its author reads this.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write a sentence for the author: why you decide so."},
    )
