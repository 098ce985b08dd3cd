"""Form fields that keep whatever is typed and refuse only what no database can hold."""

import re

from django import forms

# Everything a person can mean, except control characters other than tab and line breaks.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
LONGEST = 20_000


class WordsField(forms.CharField):
    """Free text in any language and direction. Control characters are dropped silently."""

    widget = forms.Textarea

    def __init__(self, *, max_length=LONGEST, rows=8, **kwargs):
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        kwargs["error_messages"] = {
            "max_length": f"Shorten this to {max_length:,} characters or fewer; "
            "nothing you typed is lost.",
            **kwargs.get("error_messages", {}),
        }
        super().__init__(max_length=max_length, **kwargs)

    def to_python(self, value):
        text = super().to_python(CONTROL.sub("", value) if isinstance(value, str) else value)
        return text.replace("\r\n", "\n")

    def widget_attrs(self, widget):
        """No `maxlength`: what is pasted must not be cut off in silence."""
        return {}


class LineField(WordsField):
    """One line of text, such as a name."""

    def __init__(self, **kwargs):
        super().__init__(widget=forms.TextInput(), **kwargs)

    def to_python(self, value):
        return " ".join(super().to_python(value).split())
