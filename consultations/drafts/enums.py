from django.db import models


class PassageKind(models.TextChoices):
    HEADING = "heading", "Heading"
    PARAGRAPH = "paragraph", "Paragraph"
    QUOTATION = "quotation", "Quotation"
    BULLET = "bullet", "Bullet point"
    NUMBERED = "numbered", "Numbered point"
    MARK = "mark", "Mark"
    TABLE = "table", "Table"
    FIGURE = "figure", "Figure"
    FOOTNOTE = "footnote", "Footnote"
