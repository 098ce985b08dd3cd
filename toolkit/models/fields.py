from django import forms
from django.core.exceptions import ValidationError
from django.db import models


class SeveralField(models.JSONField):
    """Any number of the values of an enumeration, kept as a list in the enumeration's order.

    Migrations know nothing of the enumeration: the column stays the same when it grows.
    """

    def __init__(self, *args, choices_from=None, **kwargs):
        self.choices_from = choices_from
        super().__init__(*args, **{"default": list, "blank": True} | kwargs)

    def formfield(self, **kwargs):
        return super(models.JSONField, self).formfield(
            **{
                "form_class": forms.MultipleChoiceField,
                "choices": self.choices_from.choices,
                "widget": forms.CheckboxSelectMultiple,
            }
            | {key: value for key, value in kwargs.items() if key not in {"encoder", "decoder"}}
        )

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        unknown = set(value) - set(self.choices_from.values)
        if unknown:
            raise ValidationError(f"There is no such choice: {', '.join(sorted(unknown))}.")

    def clean(self, value, model_instance):
        value = super().clean(value, model_instance)
        return [known for known in self.choices_from.values if known in value]
