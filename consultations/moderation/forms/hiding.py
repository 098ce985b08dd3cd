"""Which words, or which name, are hidden, and why."""

from django import forms

from consultations.moderation.domain.hiding import (
    find_words,
    hides_everything,
    joined,
    sentences,
)
from consultations.moderation.domain.redacting import Hidden
from consultations.moderation.enums import (
    Reason,
)


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
