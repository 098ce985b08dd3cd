from wagtail import blocks


class QuestionBlock(blocks.StructBlock):
    """What every question has. Its preview is the question as people will see it."""

    label = blocks.CharBlock(
        max_length=200, label="Question", help_text="One thing at a time, in plain words."
    )
    hint = blocks.CharBlock(
        max_length=300,
        required=False,
        help_text="Shown under the question. Leave it out when the question says enough.",
    )

    class Meta:
        template = "responses/questions/preview.html"


def choices_block(*, least=2, most=40, **kwargs):
    """Answers to choose from. An item's id is the answer's lasting key: rewording keeps it."""
    return blocks.ListBlock(
        blocks.CharBlock(max_length=120, label="Answer"), min_num=least, max_num=most, **kwargs
    )


def other_block():
    return blocks.BooleanBlock(
        required=False,
        label="Let people write an answer of their own",
        help_text="Adds “Something else” with a box beside it.",
    )
