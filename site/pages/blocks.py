"""The blocks of running text that any page may show."""

from wagtail import blocks

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]


class HeadingBlock(blocks.CharBlock):
    class Meta:
        icon = "title"
        template = "blocks/heading_block.html"
        preview_value = "What happens next"
        description = "A heading inside the page."


class TextBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs):
        super().__init__(features=TEXT_FEATURES, **kwargs)

    class Meta:
        icon = "pilcrow"
        template = "blocks/text_block.html"
        preview_value = "<p>Everything sent to us is read, counted and analysed.</p>"
        description = "Paragraphs, lists and links."


class BodyBlock(blocks.StreamBlock):
    heading = HeadingBlock()
    text = TextBlock()
