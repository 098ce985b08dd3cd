"""What stands around the questions: offers, consents, the record of a meeting, information."""

from wagtail import blocks

from .base import QuestionBlock, choices_block


class OfferBlock(QuestionBlock):
    options = choices_block(least=1, label="Ways to help")

    class Meta:
        icon = "group"
        label = "Offer of help"
        preview_value = {
            "label": "Would you like to help with what comes next?",
            "hint": "We can only ask you if you leave an e-mail address.",
            "options": ["Join a working group", "Read the next draft before it is finished"],
        }
        description = "Boxes to tick. Never shown in public."


class ConsentsBlock(QuestionBlock):
    options = choices_block(
        least=1, label="What people agree to", help_text="Each is asked for by itself, not ticked."
    )

    class Meta:
        icon = "lock"
        label = "Consents"
        preview_value = {
            "label": "May we also do this?",
            "hint": "",
            "options": ["Quote me in the report", "Write to me about this strategy"],
        }
        description = "Separate boxes, none of them ticked beforehand. Never shown in public."


class GroupRecordBlock(QuestionBlock):
    class Meta:
        icon = "clipboard-list"
        label = "Record of a group"
        preview_value = {"label": "What did your meeting say?", "hint": ""}
        description = (
            "How many people, who they were, who led the talk, what was agreed, and what most and "
            "some of them thought. Counts as one response by a group."
        )


class OfficersBlock(QuestionBlock):
    options = choices_block(label="Answers")

    class Meta:
        icon = "view"
        label = "For officers only"
        preview_value = {
            "label": "Where was this collected?",
            "hint": "",
            "options": ["At the library", "At the market", "Sent by post"],
        }
        description = (
            "Asked only of officers who type in what came another way. Nobody else sees it, its "
            "author and the Board included."
        )


class InformationBlock(blocks.StructBlock):
    """No question: nothing is asked and nothing is kept."""

    label = blocks.CharBlock(max_length=200, label="Title")
    text = blocks.RichTextBlock(features=["bold", "italic", "link", "ul", "ol"])

    class Meta:
        icon = "info-circle"
        label = "Information"
        template = "responses/questions/preview.html"
        preview_value = {
            "label": "What the Compact is",
            "text": "<p>A promise of how the council and voluntary groups treat one another.</p>",
        }
        description = "A title that opens to a few paragraphs. It asks nothing."
