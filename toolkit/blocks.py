"""The blocks that only pages of the toolkit show."""

from wagtail import blocks


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
