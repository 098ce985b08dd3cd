from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from .base import PublicPage


class HomePage(PublicPage):
    introduction = RichTextField(blank=True, features=["bold", "italic", "link"])

    parent_page_types = ["wagtailcore.Page"]
    content_panels = [*PublicPage.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = "home page"
