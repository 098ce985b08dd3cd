from django import forms

from consultations.models import ConsultationPage
from consultations.moderation.domain.hiding import (
    find_words,
    hides_everything,
    joined,
    sentences,
)
from consultations.moderation.domain.queue import NOTHING
from consultations.moderation.domain.redacting import Hidden
from consultations.moderation.enums import (
    FIRST_REASONS,
    AppealOutcome,
    Concern,
    DecisionKind,
    NotResponseReason,
    Reason,
    ReportKind,
    SafetyOutcome,
)
from people.enums import InterestKind


class HoldForm(forms.Form):
    """Why a comment should be held. A reason is always needed, and only these are reasons."""

    reason = forms.ChoiceField(
        choices=Reason.choices,
        error_messages={
            "required": "Choose why this comment should be held.",
            "invalid_choice": "Choose one of the reasons listed.",
        },
    )
    note = forms.CharField(required=False, max_length=500)

    first_reasons = FIRST_REASONS
    more_reasons = [reason for reason in Reason if reason not in FIRST_REASONS]


class HideForm(forms.Form):
    """Which words to hide, and why: rows of typed words, and whole sentences to tick.

    `texts` maps answers to their texts; `hidden` is what was hidden before.
    """

    ROWS = 5
    reason = forms.ChoiceField(
        label="Why are the ticked sentences hidden?",
        choices=[("", "Choose a reason"), *Reason.choices],
        required=False,
    )

    def __init__(self, *args, texts, **kwargs):
        super().__init__(*args, **kwargs)
        self.texts = texts
        choices = [("", "Choose a reason"), *Reason.choices]
        for number in range(1, self.ROWS + 1):
            self.fields[f"words_{number}"] = forms.CharField(
                label="Words to hide, as they stand in the text",
                required=False,
                max_length=500,
                strip=True,
            )
            self.fields[f"reason_{number}"] = forms.ChoiceField(
                label="Why?", choices=choices, required=False
            )

    @property
    def rows(self):
        return [(self[f"words_{n}"], self[f"reason_{n}"]) for n in range(1, self.ROWS + 1)]

    @property
    def texts_in_sentences(self):
        """Each answer's sentences as (value, words, is ticked)."""
        ticked = set(self.data.getlist("sentence")) if self.is_bound else set()
        for answer_id, text in self.texts.items():
            yield [
                (value, text[start:end], value in ticked)
                for start, end in sentences(text)
                if (value := f"{answer_id}-{start}-{end}")
            ]

    def clean(self):
        found = []
        for number in range(1, self.ROWS + 1):
            found += self._row(number)
        found += self._sentences()
        if not found and not self.errors:
            self.add_error(None, "Say which words to hide, or publish the comment as it is.")
        if found and not self.errors and hides_everything(joined(found), self.texts):
            self.add_error(
                None, "Nothing would be left to read. Propose to hold it instead: two people agree."
            )
        self.hidden = joined(found)
        return self.cleaned_data

    def _row(self, number):
        words = self.cleaned_data.get(f"words_{number}", "")
        reason = self.cleaned_data.get(f"reason_{number}", "")
        if not words:
            return []
        if not reason and f"reason_{number}" not in self.errors:
            self.add_error(f"reason_{number}", f"Choose why “{words}” is hidden.")
        found = find_words(words, self.texts, reason=reason)
        if not found:
            self.add_error(
                f"words_{number}", f"“{words}” is not in the text. Copy the words from it."
            )
        return found

    def _sentences(self):
        offered = {value: value for row in self.texts_in_sentences for value, _, _ in row}
        ticked = [value for value in self.data.getlist("sentence") if value in offered]
        if ticked and not self.cleaned_data.get("reason"):
            self.add_error("reason", "Choose why the ticked sentences are hidden.")
        return [
            Hidden(*map(int, value.split("-")), self.cleaned_data.get("reason", ""))
            for value in ticked
        ]


class NotResponseForm(forms.Form):
    reason = forms.ChoiceField(
        choices=NotResponseReason.choices,
        widget=forms.RadioSelect,
        label="Why is it no response?",
        error_messages={
            "required": "Choose why it is no response.",
            "invalid_choice": "Choose one of the two reasons.",
        },
    )


class NameForm(forms.Form):
    """`auto_id` keeps the field apart from the other reasons on the page."""

    reason = forms.ChoiceField(
        choices=[("", "Choose a reason"), *Reason.choices],
        label="Why should the name be hidden?",
        error_messages={
            "required": "Choose why the name should be hidden.",
            "invalid_choice": "Choose one of the reasons on the list.",
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="name-%s", **kwargs)


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


class InterestForm(forms.Form):
    """By name: a list to choose from would tell who responded, and some do not want that yet."""

    organisation = forms.CharField(
        label="Organisation, as it writes its name",
        max_length=200,
        widget=forms.TextInput(attrs={"list": "organisations", "autocomplete": "off"}),
        error_messages={"required": "Write the organisation’s name."},
    )
    kind = forms.ChoiceField(
        label="What ties you to it?",
        choices=[("", "Choose one"), *InterestKind.choices],
        error_messages={"required": "Choose what ties you to it."},
    )
    note = forms.CharField(
        label="Anything others should know (optional)", required=False, max_length=200
    )


class VerdictForm(forms.Form):
    verdict = forms.ChoiceField(
        choices=[
            (DecisionKind.PUBLISH, "Publish it as it is"),
            (DecisionKind.PUBLISH_HIDDEN, "Publish it with hidden words"),
            (DecisionKind.HOLD, "Hold it"),
        ],
        widget=forms.RadioSelect,
        label="What would you decide?",
        error_messages={"required": "Choose what you would decide."},
    )


class FilterForm(forms.Form):
    """Which comments the desk lists. What is not one of the choices is as if it were not asked."""

    consultation = forms.ModelChoiceField(
        queryset=ConsultationPage.objects.live().order_by("title"),
        required=False,
        empty_label="All consultations",
    )
    concern = forms.ChoiceField(
        label="What was found",
        required=False,
        choices=[("", "Anything"), (NOTHING, "Nothing"), *Concern.choices],
    )
    wait = forms.ChoiceField(
        label="How long it waits",
        required=False,
        choices=[("", "Any time"), ("today", "To be read today"), ("late", "Too long")],
    )
    pile = forms.ChoiceField(
        label="Whose pile",
        required=False,
        choices=[("", "Mine and nobody’s"), ("everybody", "Everybody’s")],
    )

    first = forms.BooleanField(label="Only what looks as if a machine had sent it", required=False)

    @property
    def chosen(self):
        """The valid choices, without those that are empty."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class HandOverForm(forms.Form):
    """To whom a comment goes; empty for whoever is drawn by lot."""

    to = forms.ModelChoiceField(
        queryset=None, required=False, empty_label="Whoever is drawn by lot"
    )

    def __init__(self, *args, readers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = readers


class SafetyForm(forms.Form):
    """What came of reading a private comment in which somebody may be at risk."""

    outcome = forms.ChoiceField(
        label="What came of it",
        choices=SafetyOutcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what came of it."},
    )
    passed_to = forms.CharField(
        label="To whom it was passed on (a service or a role, such as “children’s services”)",
        required=False,
        max_length=120,
        error_messages={"max_length": "Name them in at most 120 characters."},
    )

    def clean(self):
        cleaned = super().clean()
        is_passed_on = cleaned.get("outcome") == SafetyOutcome.PASSED_ON
        if is_passed_on and "passed_to" not in self.errors and not cleaned.get("passed_to"):
            self.add_error("passed_to", "Say to whom it was passed on.")
        return cleaned
