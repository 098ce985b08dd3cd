from django.conf import settings
from django.db import models
from django.db.models import Q

from consultations.moderation.enums import SafetyOutcome


class SafetyReading(models.Model):
    """A comment that its author does not want shown, in which somebody may be at risk.

    It never enters the Board's queue. Those of the groups of `task` read it, by `due_at`; where the
    task is empty, no route names anybody, and the chairs do.
    """

    review = models.OneToOneField(
        "moderation.Review", on_delete=models.PROTECT, related_name="safety_reading"
    )
    task = models.ForeignKey(
        "wagtailcore.Task", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    due_at = models.DateTimeField()
    outcome = models.CharField(max_length=20, choices=SafetyOutcome, blank=True)
    passed_to = models.CharField(max_length=120, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["due_at", "pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", by__isnull=True, at__isnull=True)
                | Q(outcome__in=SafetyOutcome.values, by__isnull=False, at__isnull=False),
                name="safety_reading_is_closed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(outcome=SafetyOutcome.PASSED_ON) & ~Q(passed_to="")
                | ~Q(outcome=SafetyOutcome.PASSED_ON) & Q(passed_to=""),
                name="safety_reading_says_to_whom",
            ),
        ]
        indexes = [
            models.Index(fields=["due_at"], name="safety_reading_open", condition=Q(outcome="")),
        ]

    def __str__(self):
        return f"Safety reading of {self.review}"
