from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from pages.blocks import BodyBlock

from .base import PublicPage


class StandardPage(PublicPage):
    """A page of text that belongs to no other subject: privacy, accessibility, about the Board."""

    body = StreamField(BodyBlock(), blank=True)

    found_as = "Pages about this site"
    found_at = 90
    search_fields = [*PublicPage.search_fields, index.SearchField("body")]
    parent_page_types = ["pages.HomePage", "pages.StandardPage"]
    subpage_types = ["pages.StandardPage"]
    content_panels = [*PublicPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = "page of text"
        verbose_name_plural = "pages of text"
