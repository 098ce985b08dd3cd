"""Questions about the text, and boxes to write in."""

from wagtail import blocks

from .base import QuestionBlock


class StanceBlock(QuestionBlock):
    class Meta:
        icon = "success"
        label = "How far do you agree"
        preview_value = {"label": "How far do you agree or disagree with this?", "hint": ""}
        description = "Five points from strongly agree to strongly disagree, and “no view”."


class CommentBlock(QuestionBlock):
    class Meta:
        icon = "comment"
        label = "Comment"
        preview_value = {"label": "What would you keep, change or add, and why?", "hint": ""}
        description = "A large box for words."


class WordingBlock(QuestionBlock):
    class Meta:
        icon = "edit"
        label = "Suggested wording"
        preview_value = {"label": "How would you word it?", "hint": ""}
        description = (
            "A box that holds the words of the passage, to be changed. Left as it is, it counts "
            "as no answer."
        )


class LineBlock(QuestionBlock):
    class Meta:
        icon = "minus"
        label = "A few words"
        preview_value = {"label": "Which group do you help?", "hint": ""}
        description = "One line to write in."


class NumberBlock(QuestionBlock):
    lowest = blocks.IntegerBlock(required=False, help_text="The smallest number that makes sense.")
    highest = blocks.IntegerBlock(required=False, help_text="The largest number that makes sense.")

    class Meta:
        icon = "order"
        label = "A number"
        preview_value = {
            "label": "How many people volunteer with you?",
            "hint": "",
            "lowest": 0,
            "highest": None,
        }
        description = "A whole number."


class DateBlock(QuestionBlock):
    class Meta:
        icon = "date"
        label = "A date"
        preview_value = {"label": "When did your committee agree this?", "hint": ""}
        description = "A day, month and year."
