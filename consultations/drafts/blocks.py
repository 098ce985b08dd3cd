"""What a draft is made of. Every block becomes one numbered passage when the draft is frozen."""

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageBlock

from consultations.drafts.enums import Language

INLINE = ["bold", "italic", "link", *(language.feature for language in Language)]


class PassageTextBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs):
        super().__init__(features=INLINE, **kwargs)


class NumberedPointBlock(blocks.StructBlock):
    marker = blocks.CharBlock(max_length=12, help_text="As printed, for example “1.” or “a)”.")
    text = PassageTextBlock()

    class Meta:
        icon = "list-ol"
        preview_value = {"marker": "1.", "text": "<p>Better skills for local people.</p>"}
        description = "One point of a numbered list."


class FootnoteBlock(blocks.StructBlock):
    marker = blocks.CharBlock(max_length=12, help_text="As in the text, for example “[1]”.")
    text = PassageTextBlock()

    class Meta:
        icon = "superscript"
        preview_value = {"marker": "[1]", "text": "<p>Survey of local groups, 2009.</p>"}
        description = "A note on something above it in the same section."


class PassageTableBlock(blocks.StructBlock):
    """A column of `words` is quick to edit; one of `text` may hold links."""

    table = TypedTableBlock(
        [
            ("words", blocks.TextBlock(required=False, label="Words", rows=1)),
            ("text", PassageTextBlock(required=False, label="Words with links")),
        ],
        help_text="Leave the headings of all columns empty if the first row heads none.",
    )
    has_header_column = blocks.BooleanBlock(
        required=False, label="The first column heads the rows beside it"
    )

    class Meta:
        icon = "table"
        preview_value = {
            "table": {
                "columns": [
                    {"type": "words", "heading": "Grant"},
                    {"type": "words", "heading": "2009/10"},
                ],
                "rows": [{"values": ["Small groups", "£40,000"]}],
                "caption": "What the council gave",
            },
            "has_header_column": True,
        }
        description = "A table of figures or facts. People comment on it as a whole."


class FigureBlock(blocks.StructBlock):
    image = ImageBlock()
    caption = blocks.CharBlock(required=False, max_length=500)

    class Meta:
        icon = "image"
        preview_value = {"image": None, "caption": "Where the groups meet"}
        description = "A picture, a map or a chart, with what it shows in words."


class PassagesBlock(blocks.StreamBlock):
    """A section's text; the names are those of `PassageKind`."""

    heading = blocks.CharBlock(
        icon="title", preview_value="Grant funding", description="A heading inside the section."
    )
    paragraph = PassageTextBlock(
        icon="pilcrow",
        preview_value="<p>Grants paid for eleven organisations last year.</p>",
        description="One paragraph.",
    )
    quotation = PassageTextBlock(
        icon="openquote",
        preview_value="<p>“We share a commitment to better outcomes.”</p>",
        description="Words quoted from somewhere else.",
    )
    bullet = PassageTextBlock(
        icon="list-ul",
        preview_value="<p>Community groups</p>",
        description="One point of a bulleted list.",
    )
    numbered = NumberedPointBlock()
    mark = blocks.CharBlock(
        icon="tag", preview_value="DRAFT", description="A mark such as DRAFT, as printed."
    )
    table = PassageTableBlock()
    figure = FigureBlock()
    footnote = FootnoteBlock()
