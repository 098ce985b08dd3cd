from django.db import models


class PassageKind(models.TextChoices):
    HEADING = "heading", "Heading"
    PARAGRAPH = "paragraph", "Paragraph"
    QUOTATION = "quotation", "Quotation"
    BULLET = "bullet", "Bullet point"
    NUMBERED = "numbered", "Numbered point"
    MARK = "mark", "Mark"


class LinkKind(models.TextChoices):
    """What became of a passage in the next version."""

    SAME = "same", "Unchanged"
    EDITED = "edited", "Changed"
    SPLIT = "split", "Split"
    MERGED = "merged", "Merged"
    MOVED = "moved", "Moved"
    REMOVED = "removed", "Removed"
    ADDED = "added", "Added"
