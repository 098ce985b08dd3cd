"""Fields that refuse what is too long in words, instead of cutting off what is pasted."""

from django import forms


class LineField(forms.CharField):
    def __init__(self, *, max_length=120, autocomplete="off", **kwargs):
        kwargs.setdefault("widget", forms.TextInput())
        kwargs["error_messages"] = {
            "max_length": f"Shorten this to {max_length:,} characters or fewer; "
            "nothing you typed is lost.",
            **kwargs.get("error_messages", {}),
        }
        super().__init__(max_length=max_length, **kwargs)
        self.widget.attrs["autocomplete"] = autocomplete

    def widget_attrs(self, widget):
        return {}


class TextField(LineField):
    def __init__(self, *, max_length=5000, rows=6, **kwargs):
        super().__init__(
            max_length=max_length, widget=forms.Textarea(attrs={"rows": rows}), **kwargs
        )

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n")


class MailField(forms.EmailField):
    def __init__(self, **kwargs):
        kwargs["error_messages"] = {
            "invalid": "Write an e-mail address like name@example.org.",
            **kwargs.get("error_messages", {}),
        }
        super().__init__(
            max_length=254,
            widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
            **kwargs,
        )
