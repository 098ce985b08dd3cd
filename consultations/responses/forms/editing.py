"""What an editor is told before a form is saved."""

from django import forms
from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.blocks import StreamBlockValidationError, StructBlockValidationError

from consultations.responses.domain.branching import faults
from consultations.responses.domain.questionnaires import (
    changes_to,
    is_answered,
    questions_of,
)


class QuestionnaireForm(WagtailAdminModelForm):
    """Refuses rules that cannot work, and asks before answers are counted apart."""

    counted_apart = forms.BooleanField(
        required=False,
        label="Count the answers before and after a change apart",
        help_text="Only asked for when people have answered already and a question changes its "
        "meaning. Corrections of spelling, help texts, another order and added questions need "
        "no tick: the answers stay together.",
    )

    def clean(self):
        cleaned = super().clean()
        stream = cleaned.get("questions")
        if stream is not None and self.instance.pk:
            asked = questions_of(self.instance, stream=stream)
            self._refuse_faulty_rules(asked)
            self._ask_before_counting_apart(asked, cleaned.get("counted_apart"))
        return cleaned

    def _refuse_faulty_rules(self, asked):
        """Each sentence stands at the block of its question."""
        places = {question.key.hex: question.position for question in asked}
        errors = {}
        for fault in faults(asked):
            errors.setdefault(places[fault.key], []).append(fault.sentence)
        if errors:
            self.add_error(
                "questions",
                StreamBlockValidationError(
                    block_errors={
                        place: StructBlockValidationError(
                            block_errors={"label": ValidationError(sentences)}
                        )
                        for place, sentences in errors.items()
                    }
                ),
            )

    def _ask_before_counting_apart(self, asked, is_agreed):
        if is_agreed or self.errors or not is_answered(self.instance):
            return
        sentences = [c.sentence for c in changes_to(self.instance, asked=asked) if c.is_new]
        if sentences:
            self.add_error(
                "counted_apart",
                ValidationError(
                    [
                        *sentences,
                        "People have answered this form already. Tick this box to save the change "
                        "as a new version whose answers are counted by themselves, or undo it.",
                    ]
                ),
            )


class RulesForm(forms.Form):
    """When one question is shown: answers to tick, by the earlier question they belong to."""

    use_required_attribute = False

    def __init__(self, data=None, *, question, earlier, **kwargs):
        super().__init__(data, **kwargs)
        self.earlier = earlier
        kept = {rule["question"]: rule["any_of"] for rule in question.rules}
        for one, answers in earlier:
            self.fields[one.key.hex] = forms.MultipleChoiceField(
                label=one.label,
                choices=answers,
                required=False,
                widget=forms.CheckboxSelectMultiple,
                initial=kept.get(one.key.hex, []),
            )

    @property
    def rules(self):
        return [
            {"question": key, "any_of": picked}
            for key, picked in self.cleaned_data.items()
            if picked
        ]
