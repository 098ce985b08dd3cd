"""Questions with answers to choose from."""

from wagtail import blocks

from .base import QuestionBlock, choices_block, other_block


class ChoiceBlock(QuestionBlock):
    options = choices_block(label="Answers")
    other = other_block()

    class Meta:
        icon = "radio-full"
        label = "One of several"
        preview_value = {
            "label": "Who should do this?",
            "hint": "",
            "options": ["The council", "Voluntary organisations", "Both together"],
            "other": False,
        }
        description = "Radio buttons with answers of your own."


class MultiBlock(QuestionBlock):
    options = choices_block(label="Answers")
    other = other_block()
    none = blocks.CharBlock(
        max_length=120,
        required=False,
        label="An answer that rules out the others",
        help_text="Such as “None of these”. Leave it empty for no such answer.",
    )

    class Meta:
        icon = "tasks"
        label = "Any of several"
        preview_value = {
            "label": "What stops your group from applying?",
            "hint": "",
            "options": ["Time", "The language of the forms", "Insurance"],
            "other": True,
            "none": "None of these",
        }
        description = "Boxes to tick, with “something else” and “none of these” if you like."


class RuledOutBlock(blocks.StructBlock):
    label = blocks.CharBlock(max_length=120, label="Option")
    reason = blocks.CharBlock(max_length=300, label="Why it was ruled out")

    class Meta:
        icon = "cross"
        label = "Ruled out"


class OptionsBlock(QuestionBlock):
    options = choices_block(label="Options")
    other = other_block()
    none = blocks.CharBlock(
        max_length=120, required=False, label="Answer for none of them", default="None of these"
    )
    ruled_out = blocks.ListBlock(
        RuledOutBlock(),
        label="Options already ruled out",
        help_text="People are shown these with the reason, and may still argue for one.",
        default=[],
    )

    class Meta:
        icon = "list-ul"
        label = "Options, with those ruled out"
        preview_value = {
            "label": "How should grants be shared out?",
            "hint": "",
            "options": ["Grants for running costs", "A pot for small sums", "A mix of both"],
            "other": True,
            "none": "None of these",
            "ruled_out": [
                {"label": "Equal shares for all", "reason": "Too little for anybody to use."}
            ],
        }
        description = "One of several options, what was ruled out and why, and a box for reasons."


class PrioritiesBlock(QuestionBlock):
    options = choices_block(label="Things to choose from")
    most = blocks.IntegerBlock(
        min_value=2, max_value=5, default=3, label="How many may be chosen at most"
    )

    class Meta:
        icon = "list-ol"
        label = "What should come first"
        preview_value = {
            "label": "Which should come first?",
            "hint": "",
            "options": ["Support and training", "One process for grants", "A say in decisions"],
            "most": 2,
        }
        description = "People tick a few things and then say which of them is first, second, third."


class MatrixBlock(QuestionBlock):
    rows = choices_block(least=1, most=7, label="Things to judge")
    options = choices_block(most=6, label="Answers, the same for each")

    class Meta:
        icon = "table"
        label = "Several things, one scale"
        preview_value = {
            "label": "How well does each of these work now?",
            "hint": "",
            "rows": ["Grants", "Training"],
            "options": ["Well", "In part", "Badly", "Don’t know"],
        }
        description = "The same answers for up to seven things, one below the other."


class PlaceBlock(QuestionBlock):
    options = choices_block(most=80, label="Places")

    class Meta:
        icon = "site"
        label = "A place from a list"
        preview_value = {
            "label": "Which part of the borough is this about?",
            "hint": "",
            "options": ["Quayside", "Old Town", "Northfield"],
        }
        description = "A list of wards, forums or villages to choose one from."


class PostcodeBlock(QuestionBlock):
    class Meta:
        icon = "site"
        label = "A ward, by postcode"
        preview_value = {"label": "What is your postcode?", "hint": ""}
        description = (
            "People write their postcode, or choose a ward. Only the ward is kept, and no public "
            "page shows it. The table of postcodes is under Settings."
        )
