from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

from pages.models import PublicPage

FILLED_IN = (
    "{compact}, {champion}, {champions}, {board} and {council} stand for the names under "
    "Settings → Names in the toolkit."
)


@register_setting(icon="edit")
class ToolkitWords(BaseSiteSetting):
    """What this place calls its agreement and its Board. Councils merge; these are data."""

    compact = models.CharField(
        "the agreement", max_length=60, default="Compact", help_text="Without “the”."
    )
    champion = models.CharField("one champion", max_length=60, default="Compact Champion")
    champions = models.CharField("several champions", max_length=60, default="Compact Champions")
    board = models.CharField(
        "the Board in full",
        max_length=80,
        default="Community Involvement Board",
        help_text="Without “the”. What people call it for short stays “the Board”.",
    )

    panels = [
        FieldPanel("compact"),
        MultiFieldPanel([FieldRowPanel([FieldPanel("champion"), FieldPanel("champions")])]),
        FieldPanel("board"),
    ]

    class Meta:
        verbose_name = "names in the toolkit"

    def names(self):
        return {name: getattr(self, name) for name in ("compact", "champion", "champions", "board")}


class NamedPage(PublicPage):
    """A page whose title is made of the names, so that a new name reaches lists and search too."""

    TITLE = ""
    SLUG = ""

    content_panels = [FieldPanel("summary")]

    class Meta:
        abstract = True

    def __init__(self, *args, **kwargs):
        """A new page begins with its address: there is no title to make it of as one types."""
        super().__init__(*args, **kwargs)
        if self.pk is None and not self.slug:
            self.slug = self.SLUG

    def minimal_clean(self):
        self._name()
        super().minimal_clean()

    def full_clean(self, *args, **kwargs):
        self._name()
        super().full_clean(*args, **kwargs)

    def _name(self):
        site = (self.get_site() if self.path else None) or Site.objects.get(is_default_site=True)
        self.title = self.title_from(ToolkitWords.for_site(site))

    @classmethod
    def title_from(cls, words):
        return cls.TITLE.format(**words.names())
