from functools import cache

from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q, Subquery
from django.db.models.functions import Left, Length
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from pages.caching import keep


@cache
def restricted():
    """An annotation: whether a page, one above it or one they are aliases of is not for everybody.

    With it a list of pages, or a view that is no page, need not ask again for each. It says the
    same wherever it stands, so it is put together once.
    """
    its_path = ExpressionWrapper(OuterRef("path"), output_field=models.CharField())
    rows = PageViewRestriction.objects.alias(its_path=its_path)
    return Exists(
        rows.filter(
            Q(its_path__startswith=F("page__path"))
            | Q(its_path__startswith=F("page__aliases__path"))
        )
    )


def title_above(levels):
    """An annotation: the title of the page so many levels above a page."""
    path = Left(OuterRef("path"), Length(OuterRef("path")) - levels * Page.steplen)
    return Subquery(Page.objects.filter(path=path).values("title")[:1])


class PublicPage(Page):
    """What every page of the site has: one sentence about itself, and a place in the page cache.

    `boundaries()` names the moments at which what the page shows will change by itself.
    `found_as` is the heading under which the site's search lists pages of this kind, "" where it
    does not, and `found_at` the place of that heading among the others.
    """

    found_as = ""
    found_at = 50

    summary = models.CharField(
        max_length=255,
        blank=True,
        help_text="One plain sentence for lists and search results.",
    )

    content_panels = [*Page.content_panels, FieldPanel("summary")]
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.AutocompleteField("summary"),
    ]

    class Meta:
        abstract = True

    def boundaries(self):
        return ()

    @classmethod
    def findable(cls):
        """The pages of this kind that the site's search may show to everybody."""
        return cls.objects.live().public()

    def found_where(self, words):
        """(its address, some of its words) for somebody who looked for these words."""
        return self.url, self.summary

    def found_note(self):
        """What tells it from others of its kind in a list of what was found."""
        return ""

    def get_view_restrictions(self):
        """Wagtail’s answer in one query: this page, those above, and what they are aliases of."""
        steps = range(self.steplen, len(self.path) + 1, self.steplen)
        paths = [self.path[:end] for end in steps]
        return PageViewRestriction.objects.filter(
            Q(page__path__in=paths) | Q(page__aliases__path__in=paths)
        ).distinct()

    def serve(self, request, *args, **kwargs):
        keep(request, until=self.boundaries())
        return super().serve(request, *args, **kwargs)
