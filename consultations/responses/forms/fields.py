"""Form fields that keep whatever is typed and refuse only what no database can hold."""

import datetime as dt
import re

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from people.domain.postcodes import area_of, is_postcode

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


LINE = 300  # a sentence; names and places are a tenth of it
NOT_A_NUMBER = "Write a whole number, such as 12."
NOT_A_DATE = "Write a day, month and year, such as 27 3 2026."
NOT_A_LINK = "Write a link that begins with https://, such as https://example.org/report."
NOT_A_POSTCODE = "Write a whole postcode, such as RM17 6SL, or choose your ward below."
UNKNOWN_POSTCODE = (
    "We cannot tell which ward this postcode is in. Empty this box and choose your ward below."
)
DATE = re.compile(r"(\d{1,2})\W+(\d{1,2})\W+(\d{4})|(\d{4})-(\d{1,2})-(\d{1,2})")


class NumberField(LineField):
    """A whole number, kept as text, within limits that its editor may have set."""

    def __init__(self, *, lowest=None, highest=None, **kwargs):
        self.lowest, self.highest = lowest, highest
        super().__init__(max_length=40, **kwargs)
        self.widget.attrs.update({"inputmode": "numeric", "class": "field__short"})

    def clean(self, value):
        text = super().clean(value).replace(",", "").replace(" ", "")
        if not text:
            return ""
        if not re.fullmatch(r"-?[0-9]{1,15}", text):
            raise ValidationError(NOT_A_NUMBER)
        number = int(text)
        if self.lowest is not None and number < self.lowest:
            raise ValidationError(f"Write a number of {self.lowest:,} or more.")
        if self.highest is not None and number > self.highest:
            raise ValidationError(f"Write a number of {self.highest:,} or less.")
        return str(number)


class DayField(LineField):
    """A date in the order in which people here write it, kept as in 2026-03-27."""

    def __init__(self, **kwargs):
        super().__init__(max_length=40, **kwargs)
        self.widget.attrs.update({"class": "field__short"})

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return ""
        found = DATE.fullmatch(text)
        if found is None:
            raise ValidationError(NOT_A_DATE)
        day, month, year = found.group(1, 2, 3) if found[1] else found.group(6, 5, 4)
        try:
            return dt.date(int(year), int(month), int(day)).isoformat()
        except ValueError as error:
            raise ValidationError(NOT_A_DATE) from error


class PostcodeField(LineField):
    """A postcode, which is only ever a way to an area: cleaned, it is the area's id as text."""

    def __init__(self, **kwargs):
        super().__init__(max_length=40, **kwargs)
        self.widget.attrs.update({"autocomplete": "postal-code", "class": "field__short"})

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return ""
        if not is_postcode(text):
            raise ValidationError(NOT_A_POSTCODE)
        area = area_of(text)
        if area is None:
            raise ValidationError(UNKNOWN_POSTCODE)
        return str(area.pk)


class LinkField(LineField):
    """A secure link; nothing is fetched."""

    def __init__(self, **kwargs):
        super().__init__(max_length=2_000, **kwargs)
        self.widget.attrs.update({"inputmode": "url", "spellcheck": "false"})

    def clean(self, value):
        text = super().clean(value)
        if text:
            try:
                URLValidator(schemes=["https"])(text)
            except ValidationError as error:
                raise ValidationError(NOT_A_LINK) from error
        return text
