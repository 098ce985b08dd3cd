"""What a comment says in English: one box for each of its texts."""

from django import forms
from django.core.exceptions import ValidationError

from consultations.responses.enums import Language
from consultations.responses.forms.fields import LineField, WordsField

LONGEST = 40_000  # English may take more room than the original


class TranslationForm(forms.Form):
    """`answers` are those of `translating.texts_to_translate`."""

    use_required_attribute = False

    language = forms.ChoiceField(
        label="Which language is it in?",
        choices=[("", "Choose"), *Language.choices],
        error_messages={
            "required": "Choose the language of the comment.",
            "invalid_choice": "Choose one of the languages listed.",
        },
    )
    translator = LineField(
        label="Who translated it?",
        help_text="A person or a firm. Only officers and the Board see the name.",
        max_length=120,
        error_messages={"required": "Write who translated it."},
    )

    def __init__(self, data=None, *, answers):
        super().__init__(data)
        self.answers = answers
        for answer in answers:
            name = self._name(answer)
            self.fields[name] = WordsField(
                label=f"In English: {answer['label']}", required=False, max_length=LONGEST
            )
            self.initial[name] = answer.get("translation", "")
            if "lang" in answer:
                self.initial |= {"language": answer["lang"], "translator": answer["translator"]}

    @staticmethod
    def _name(answer):
        return f"text_{answer['id']}"

    @property
    def boxes(self):
        return [(answer, self[self._name(answer)]) for answer in self.answers]

    def clean(self):
        cleaned = super().clean()
        texts = [cleaned.get(self._name(answer), "") for answer in self.answers]
        if not self.errors and not any(text.strip() for text in texts):
            raise ValidationError("Write in English what at least one of the texts says.")
        return cleaned

    @property
    def values(self):
        """As `translating.translate` takes them."""
        given = self.cleaned_data
        return {
            "language": given["language"],
            "translator": given["translator"],
            "texts": {answer["id"]: given[self._name(answer)] for answer in self.answers},
        }
