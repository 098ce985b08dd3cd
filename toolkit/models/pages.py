from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager, PageQuerySet

from pages.blocks import BodyBlock
from pages.models import PublicPage
from toolkit.blocks import StepsBlock
from toolkit.enums import CostBand, Level


class ToolkitIndexPage(PublicPage):
    """Every way of engaging people that the borough knows, from A to Z or at one level."""

    parent_page_types = ["pages.HomePage"]
    subpage_types = ["toolkit.MethodPage", "toolkit.CompactPage", "toolkit.PrinciplesPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = "list of methods"
        verbose_name_plural = "lists of methods"

    def get_context(self, request, *args, **kwargs):
        from toolkit.views.listing import listing  # noqa: PLC0415 -- thin method

        return super().get_context(request, *args, **kwargs) | listing(self, request=request)


class MethodQuerySet(PageQuerySet):
    def listed(self):
        """From A to Z, without restricted pages and the text that no list shows."""
        return self.live().public().defer_streamfields().order_by("title", "pk")

    def at_level(self, level):
        return self.filter(lowest_level__lte=level, highest_level__gte=level)


class MethodPage(PublicPage):
    """One way of engaging people, with honest figures to plan by. `summary` is its one line."""

    lowest_level = models.PositiveSmallIntegerField(
        "lowest level", choices=Level, default=Level.CONSULTATION
    )
    highest_level = models.PositiveSmallIntegerField(
        "highest level",
        choices=Level,
        default=Level.CONSULTATION,
        help_text="The same as the lowest where the method serves one level only.",
    )
    people_min = models.PositiveIntegerField("fewest people", default=1)
    people_max = models.PositiveIntegerField(
        "most people", null=True, blank=True, help_text="Leave empty where there is no limit."
    )
    weeks_to_prepare = models.PositiveSmallIntegerField(
        help_text="From the decision to do it to the first day people can take part."
    )
    cost_band = models.CharField(
        "cost",
        max_length=1,
        choices=CostBand,
        help_text="What is spent besides the time of staff: rooms, travel, printing, fees.",
    )
    works_well_for = models.TextField(
        blank=True, help_text="When to choose it, and whom it reaches."
    )
    often_misses = models.TextField(
        blank=True, help_text="Whom it leaves out, and what to do about that."
    )
    what_happens = StreamField(StepsBlock(), blank=True)
    body = StreamField(BodyBlock(), blank=True, verbose_name="more about it")

    objects = PageManager.from_queryset(MethodQuerySet)()

    parent_page_types = ["toolkit.ToolkitIndexPage"]
    subpage_types = []
    content_panels = [
        *PublicPage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("lowest_level"), FieldPanel("highest_level")]),
                FieldRowPanel([FieldPanel("people_min"), FieldPanel("people_max")]),
                FieldRowPanel([FieldPanel("weeks_to_prepare"), FieldPanel("cost_band")]),
            ],
            "To plan by",
        ),
        FieldPanel("what_happens"),
        MultiFieldPanel(
            [FieldPanel("works_well_for"), FieldPanel("often_misses")], "Whom it reaches"
        ),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = "method"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(highest_level__gte=models.F("lowest_level")),
                name="method_levels_in_order",
            ),
            models.CheckConstraint(
                condition=models.Q(people_max__isnull=True)
                | models.Q(people_max__gte=models.F("people_min")),
                name="method_people_in_order",
            ),
        ]

    def clean(self):
        super().clean()
        errors = {}
        if None not in (self.lowest_level, self.highest_level) and (
            self.highest_level < self.lowest_level
        ):
            errors["highest_level"] = "The highest level cannot be below the lowest."
        if None not in (self.people_min, self.people_max) and self.people_max < self.people_min:
            errors["people_max"] = "The most people cannot be less than the fewest."
        if errors:
            raise ValidationError(errors)
