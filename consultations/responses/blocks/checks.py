"""Questions about what people know: facts, effects, evidence."""

from wagtail import blocks

from .base import QuestionBlock, choices_block

GROUPS = (
    "Children and young people",
    "Older people",
    "Disabled people and people with long-term conditions",
    "Carers",
    "Women or men",
    "Trans and non-binary people",
    "People of an ethnic or national background",
    "People with or without a religion or belief",
    "Lesbian, gay and bisexual people",
    "Pregnant women and new parents",
    "Married people and civil partners",
    "People with little money",
)


class FactCheckBlock(QuestionBlock):
    class Meta:
        icon = "circle-check"
        label = "Fact check"
        preview_value = {"label": "Is this right, as far as you know?", "hint": ""}
        description = "Correct, out of date, wrong or don’t know; then what is right, and a source."


class ImpactBlock(QuestionBlock):
    options = choices_block(label="Groups of people", default=list(GROUPS))

    class Meta:
        icon = "group"
        label = "Effect on people"
        preview_value = {
            "label": "Could this affect some people more than others?",
            "hint": "",
            "options": list(GROUPS[:3]),
        }
        description = "Yes, no or don’t know; then which people, how, and what would help."


class EvidenceBlock(QuestionBlock):
    files = blocks.BooleanBlock(
        required=False,
        label="Let people add files",
        help_text="Up to five, 10 MB each, only seen by officers and the Board. Words and a link "
        "are safer: ask for files only where you need them.",
    )

    class Meta:
        icon = "doc-full"
        label = "Evidence"
        preview_value = {
            "label": "Is there anything we should read or see?",
            "hint": "A report, a figure, or what happened to you or your group.",
            "files": False,
        }
        description = "Words, a link, files if you like, and whether others may see it."
