"""What a draft is made of. Every block becomes one numbered passage when the draft is frozen."""

from wagtail import blocks

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
