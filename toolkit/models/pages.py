from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager, PageQuerySet
from wagtail.search import index

from pages.blocks import BodyBlock
from pages.models import PublicPage
from toolkit.blocks import ChecklistBlock, RisksBlock, StepsBlock, TemplatesBlock

from .figures import MethodFigures
from .reach import MethodReach

# Addresses beside the methods themselves.
TAKEN_SLUGS = {"finder", "compare", "mix", "plan", "plans", "champions", "disputes"}


class ToolkitIndexPage(PublicPage):
    """Every way of engaging people that the borough knows, from A to Z or as it was asked for."""

    parent_page_types = ["pages.HomePage"]
    subpage_types = ["toolkit.MethodPage", "toolkit.CompactPage", "toolkit.PrinciplesPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = "list of methods"
        verbose_name_plural = "lists of methods"

    def get_context(self, request, *args, **kwargs):
        from toolkit.views.listing import listing  # noqa: PLC0415 -- views stand on models

        return super().get_context(request, *args, **kwargs) | listing(self, request=request)


class MethodQuerySet(PageQuerySet):
    def listed(self):
        """From A to Z, without restricted pages and the text that no list shows."""
        return self.live().public().defer_streamfields().order_by("title", "pk")

    def at_level(self, level):
        return self.filter(lowest_level__lte=level, highest_level__gte=level)


class MethodPage(MethodFigures, MethodReach, PublicPage):
    """One way of engaging people, with honest figures to plan by. `summary` is its one line."""

    also_known_as = models.CharField(
        max_length=255, blank=True, help_text="Other names that people look for, with commas."
    )
    what_happens = StreamField(StepsBlock(), blank=True)
    checklist = StreamField(
        ChecklistBlock(), blank=True, help_text="What to have ready; a page to print and tick."
    )
    risks = StreamField(RisksBlock(), blank=True, verbose_name="what could go wrong")
    templates = StreamField(TemplatesBlock(), blank=True, verbose_name="templates to download")
    body = StreamField(BodyBlock(), blank=True, verbose_name="more about it")

    objects = PageManager.from_queryset(MethodQuerySet)()

    parent_page_types = ["toolkit.ToolkitIndexPage"]
    subpage_types = []
    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("also_known_as"),
        *MethodFigures.figure_panels,
        FieldPanel("what_happens"),
        FieldPanel("checklist"),
        *MethodReach.reach_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("stands_alone"), FieldPanel("set_up_as")]),
                FieldPanel("stands_alone_why"),
            ],
            "As a formal consultation",
        ),
        FieldPanel("risks"),
        FieldPanel("templates"),
        FieldPanel("body"),
    ]
    found_as = "Methods of the toolkit"
    found_at = 50
    search_fields = [
        *PublicPage.search_fields,
        index.SearchField("also_known_as"),
        index.SearchField("works_well_for"),
    ]

    class Meta:
        verbose_name = "method"
        constraints = [*MethodFigures.figure_constraints]

    def clean(self):
        super().clean()
        errors = self.errors_in_figures()
        if self.slug in TAKEN_SLUGS:
            errors["slug"] = f"“{self.slug}” is kept for the toolkit itself."
        if errors:
            raise ValidationError(errors)
