from django.db import models
from django.db.models import F, Q
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from toolkit.enums import CostBand, Level, Skill


class MethodFigures(models.Model):
    """What a method takes: estimates to plan by, until a council's own uses replace them."""

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
    weeks_to_run = models.PositiveSmallIntegerField(
        default=0, help_text="From the first day to the last. 0 where it is over in a day or two."
    )
    staff_days_min = models.PositiveSmallIntegerField("fewest staff days", default=1)
    staff_days_max = models.PositiveSmallIntegerField("most staff days", default=1)
    staff_days_for = models.CharField(
        "staff days are for",
        max_length=60,
        blank=True,
        help_text="Such as “each visit” or “a year”. Leave empty for all of it.",
    )
    cost_band = models.CharField(
        "cost",
        max_length=1,
        choices=CostBand,
        help_text="What is spent besides the time of staff: rooms, travel, printing, fees.",
    )
    highest_cost_band = models.CharField(
        "up to",
        max_length=1,
        choices=CostBand,
        blank=True,
        help_text="Where it can cost more than that. Leave empty otherwise.",
    )
    planning_cost = models.PositiveIntegerField(
        "pounds to plan with",
        null=True,
        blank=True,
        help_text="One figure within what it costs, for budgets and for finding the cheapest mix. "
        "Leave empty to go by the first band.",
    )
    facilitation = models.PositiveSmallIntegerField(
        "skill in leading talks", choices=Skill, default=Skill.NONE
    )
    analysis = models.PositiveSmallIntegerField(
        "skill in making sense of it", choices=Skill, default=Skill.NONE
    )
    digital = models.PositiveSmallIntegerField(
        "skill with computers", choices=Skill, default=Skill.NONE
    )

    figure_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("lowest_level"), FieldPanel("highest_level")]),
                FieldRowPanel([FieldPanel("people_min"), FieldPanel("people_max")]),
                FieldRowPanel([FieldPanel("weeks_to_prepare"), FieldPanel("weeks_to_run")]),
                FieldRowPanel([FieldPanel("staff_days_min"), FieldPanel("staff_days_max")]),
                FieldPanel("staff_days_for"),
                FieldRowPanel([FieldPanel("cost_band"), FieldPanel("highest_cost_band")]),
                FieldPanel("planning_cost"),
                FieldRowPanel(
                    [FieldPanel("facilitation"), FieldPanel("analysis"), FieldPanel("digital")]
                ),
            ],
            "To plan by",
        ),
    ]
    figure_constraints = [
        models.CheckConstraint(
            condition=Q(highest_level__gte=F("lowest_level")), name="method_levels_in_order"
        ),
        models.CheckConstraint(
            condition=Q(people_max__isnull=True) | Q(people_max__gte=F("people_min")),
            name="method_people_in_order",
        ),
        models.CheckConstraint(
            condition=Q(staff_days_max__gte=F("staff_days_min")), name="method_days_in_order"
        ),
        models.CheckConstraint(
            condition=Q(highest_cost_band="") | Q(highest_cost_band__gt=F("cost_band")),
            name="method_costs_in_order",
        ),
    ]

    class Meta:
        abstract = True

    @property
    def most_costly_band(self):
        return CostBand(self.highest_cost_band or self.cost_band)

    @property
    def cost_to_plan_with(self):
        """In pounds."""
        if self.planning_cost is None:
            return CostBand(self.cost_band).usual
        return self.planning_cost

    def errors_in_figures(self):
        """What is upside down among them, by field."""
        errors = {}
        if _falls(self.lowest_level, self.highest_level):
            errors["highest_level"] = "The highest level cannot be below the lowest."
        if _falls(self.people_min, self.people_max):
            errors["people_max"] = "The most people cannot be less than the fewest."
        if _falls(self.staff_days_min, self.staff_days_max):
            errors["staff_days_max"] = "The most staff days cannot be less than the fewest."
        if self.highest_cost_band and self.cost_band and self.highest_cost_band <= self.cost_band:
            errors["highest_cost_band"] = "Choose a dearer band than the first, or none."
        elif self.cost_band and not self._cost_is_in_band():
            errors["planning_cost"] = "The pounds to plan with lie outside what it costs."
        return errors

    def _cost_is_in_band(self):
        highest = self.most_costly_band.highest
        cost = self.planning_cost
        if cost is None:
            return True
        return cost >= CostBand(self.cost_band).lowest and (highest is None or cost <= highest)


def _falls(first, last):
    return None not in (first, last) and last < first
