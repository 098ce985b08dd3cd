from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from pages.blocks import BodyBlock

from .base import PublicPage


class StandardPage(PublicPage):
    """A page of text that belongs to no other subject: privacy, accessibility, about the Board."""

    body = StreamField(BodyBlock(), blank=True)

    parent_page_types = ["pages.HomePage", "pages.StandardPage"]
    subpage_types = ["pages.StandardPage"]
    content_panels = [*PublicPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = "page of text"
        verbose_name_plural = "pages of text"
