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


class LinkKind(models.TextChoices):
    """What became of a passage in the next version."""

    SAME = "same", "Unchanged"
    EDITED = "edited", "Changed"
    SPLIT = "split", "Split"
    MERGED = "merged", "Merged"
    MOVED = "moved", "Moved"
    REMOVED = "removed", "Removed"
    ADDED = "added", "Added"


class Language(models.TextChoices):
    """The languages, besides English, that words of a draft can be marked as being in."""

    ARABIC = "ar", "Arabic"
    BENGALI = "bn", "Bengali"
    FRENCH = "fr", "French"
    LATIN = "la", "Latin"
    POLISH = "pl", "Polish"
    PUNJABI = "pa", "Punjabi"
    ROMANIAN = "ro", "Romanian"
    URDU = "ur", "Urdu"
    WELSH = "cy", "Welsh"

    @property
    def feature(self):
        """Its name among the features of rich text."""
        return f"language-{self.value}"

    @property
    def direction(self):
        return "rtl" if self in (Language.ARABIC, Language.URDU) else "ltr"
