from itertools import pairwise

from django.http import Http404
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from .base import PublicPage


class HomePage(PublicPage):
    introduction = RichTextField(blank=True, features=["bold", "italic", "link"])

    parent_page_types = ["wagtailcore.Page"]
    content_panels = [*PublicPage.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = "home page"

    def route(self, request, path_components):
        """Find the page of an address with all that stand above it, in a few queries.

        Wagtail walks the tree with two queries a level. Here one query fetches the whole path, and
        every page knows its parent without asking again.
        """
        if not path_components:
            return super().route(request, path_components)
        addresses, address = [], self.url_path
        for component in path_components:
            address += f"{component}/"
            addresses.append(address)
        found = {page.url_path: page for page in Page.objects.filter(url_path__in=addresses)}
        if len(found) < len(addresses):
            raise Http404
        pages = [self, *(found[address] for address in addresses)]
        for above, below in pairwise(pages):
            below._cached_parent_obj = above
        last = pages[-1].specific
        last._cached_parent_obj = pages[-2]
        return last.route(request, [])
