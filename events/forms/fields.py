"""Fields that keep whatever is typed and refuse only what no database can hold."""

import re

from django import forms

from events.enums import QuestionKind

# Everything a person can mean, except control characters other than tab and line breaks.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class TextField(forms.CharField):
    """Some sentences, in any language. There is no `maxlength`: nothing is cut off in silence."""

    widget = forms.Textarea

    def __init__(self, *, max_length=2000, rows=4, **options):
        options.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        options["error_messages"] = {
            "max_length": f"Shorten this to {max_length:,} characters or fewer; "
            "nothing you typed is lost.",
            **options.get("error_messages", {}),
        }
        super().__init__(max_length=max_length, **options)

    def to_python(self, value):
        text = super().to_python(CONTROL.sub("", value) if isinstance(value, str) else value)
        return text.replace("\r\n", "\n")

    def widget_attrs(self, widget):
        return {}


class LineField(TextField):
    """One line, such as a name."""

    def __init__(self, *, max_length=120, autocomplete="", **options):
        attrs = {"autocomplete": autocomplete} if autocomplete else {}
        options.setdefault("widget", forms.TextInput(attrs=attrs))
        super().__init__(max_length=max_length, **options)

    def to_python(self, value):
        return " ".join(super().to_python(value).split())


class PlacesField(forms.IntegerField):
    """A whole number of places, from 1."""

    def __init__(self, **options):
        words = "Write a whole number, such as 1."
        options.setdefault("label", "How many places?")
        super().__init__(
            min_value=1,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "field__short"}),
            error_messages={"required": words, "invalid": words, "min_value": words},
            max_value=10_000,
            **options,
        )
        self.error_messages["max_value"] = words

    def widget_attrs(self, widget):
        return {}


def email_field(**options):
    options.setdefault("label", "E-mail address")
    return forms.EmailField(
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "required": "Write the e-mail address that we can write to.",
            "invalid": "Write an e-mail address like name@example.org.",
        },
        **options,
    )


def field_for(question):
    """The field of an editor's own question."""
    options = {"label": question.label, "required": question.is_required}
    missing = {"error_messages": {"required": f"Answer the question “{question.label}”."}}
    if answers := question.answers():
        choices = [(answer, answer) for answer in answers]
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **options, **missing)
    if question.kind == QuestionKind.TEXT:
        return TextField(**options, **missing)
    return LineField(max_length=300, **options, **missing)


class QuestionsForm(forms.Form):
    """A form that ends with an editor's own questions."""

    use_required_attribute = False

    def __init__(self, *args, questions=(), **options):
        super().__init__(*args, **options)
        self.questions = list(questions)
        for question in self.questions:
            self.fields[self._name(question)] = field_for(question)

    def answers(self):
        """Pairs of a question and what was answered to it."""
        given = self.cleaned_data
        return [(question, given.get(self._name(question), "")) for question in self.questions]

    @staticmethod
    def _name(question):
        return f"q_{question.key.hex}"
