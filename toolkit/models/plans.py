from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from toolkit.enums import Audience, Level, SetUpAs

from .fields import SeveralField


class EngagementPlan(models.Model):
    """What somebody means to ask, of whom, until when and with which methods.

    It is opened by an unguessable code, of which only the hash is kept, and never changes: another
    version is another plan. Nothing in it is about a person but who saved it, if signed in.
    """

    code_hash = models.CharField(max_length=64, unique=True)
    title = models.CharField(max_length=120)
    aim = models.TextField(blank=True)
    level = models.PositiveSmallIntegerField(choices=Level)
    decision_on = models.DateField()
    begins_on = models.DateField()
    compact_applies = models.BooleanField(default=True)
    money = models.PositiveIntegerField(null=True)
    staff_days = models.PositiveIntegerField(null=True)
    audiences = SeveralField(choices_from=Audience)
    saved_at = models.DateTimeField(default=timezone.now)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    set_up_as = models.ForeignKey(
        "wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = "engagement plan"
        default_permissions = ()
        permissions = [("set_up_engagementplan", "Can set up an engagement plan")]
        constraints = [
            models.CheckConstraint(condition=Q(level__gte=1, level__lte=5), name="plan_level_known")
        ]

    def __str__(self):
        return self.title


class PlannedMethod(models.Model):
    """A method as it was when the plan was saved, so that the plan goes on saying the same."""

    plan = models.ForeignKey(EngagementPlan, on_delete=models.CASCADE, related_name="methods")
    order = models.PositiveSmallIntegerField()
    method = models.ForeignKey(
        "toolkit.MethodPage", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    slug = models.SlugField(max_length=255)
    title = models.CharField(max_length=255)
    weeks_to_prepare = models.PositiveSmallIntegerField()
    weeks_to_run = models.PositiveSmallIntegerField()
    staff_days = models.PositiveSmallIntegerField()
    cost = models.PositiveIntegerField()
    set_up_as = models.CharField(max_length=10, choices=SetUpAs)
    needs_safeguarding = models.BooleanField()
    adjustment = models.TextField(blank=True)
    checklist = models.JSONField(default=list)
    risks = models.JSONField(default=list)

    class Meta:
        default_permissions = ()
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "order"], name="planned_methods_in_order")
        ]

    def __str__(self):
        return self.title
