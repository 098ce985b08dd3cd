from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from pages.caching import keep


class PublicPage(Page):
    """What every page of the site has: one sentence about itself, and a place in the page cache.

    `boundaries()` names the moments at which what the page shows will change by itself.
    """

    summary = models.CharField(
        max_length=255,
        blank=True,
        help_text="One plain sentence for lists and search results.",
    )

    content_panels = [*Page.content_panels, FieldPanel("summary")]

    class Meta:
        abstract = True

    def boundaries(self):
        return ()

    def serve(self, request, *args, **kwargs):
        keep(request, until=self.boundaries())
        return super().serve(request, *args, **kwargs)
