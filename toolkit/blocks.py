"""The blocks that only pages of the toolkit show."""

from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock


class StepBlock(blocks.StructBlock):
    name = blocks.CharBlock(max_length=80, label="In a few words")
    text = blocks.TextBlock(required=False, label="How")

    class Meta:
        icon = "list-ol"
        label = "Step"
        template = "toolkit/step_block.html"
        preview_value = {"name": "Find a room", "text": "On a bus route, with a level entrance."}
        description = "One thing that is done, and how."


class StepsBlock(blocks.StreamBlock):
    step = StepBlock()


class CheckBlock(blocks.CharBlock):
    class Meta:
        icon = "tick"
        label = "Point to tick"
        template = "toolkit/check_block.html"
        preview_value = "The room is on a bus route."
        description = "One thing to have ready, in a sentence."


class ChecklistBlock(blocks.StreamBlock):
    check = CheckBlock(max_length=160)


class RiskBlock(blocks.StructBlock):
    risk = blocks.CharBlock(max_length=160, label="What could go wrong")
    answer = blocks.CharBlock(max_length=240, label="What to do about it")

    class Meta:
        icon = "warning"
        label = "Risk"
        template = "toolkit/risk_block.html"
        preview_value = {"risk": "Hardly anyone comes.", "answer": "Go where people are."}
        description = "A thing that could go wrong, and the answer to it."


class RisksBlock(blocks.StreamBlock):
    risk = RiskBlock()


class SheetBlock(DocumentChooserBlock):
    def get_preview_value(self):
        """Any document that there is."""
        return get_document_model().objects.order_by("pk").first()

    class Meta:
        icon = "doc-full"
        label = "Sheet"
        template = "toolkit/sheet_block.html"
        description = "A sheet, form or letter that others can start from."


class TemplatesBlock(blocks.StreamBlock):
    document = SheetBlock()
