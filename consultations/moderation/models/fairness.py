from django.conf import settings
from django.db import models
from django.db.models import Q

from consultations.moderation.enums import DecisionKind


class Recusal(models.Model):
    """Somebody on the Board steps back from one comment, for good."""

    review = models.ForeignKey(
        "moderation.Review", on_delete=models.CASCADE, related_name="recusals"
    )
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint("review", "user", name="recusal_once")]

    def __str__(self):
        return f"{self.user} steps back from {self.review}"


class Recheck(models.Model):
    """A decision drawn by lot, to be taken anew by somebody who does not see what it was."""

    VERDICTS = (DecisionKind.PUBLISH, DecisionKind.PUBLISH_HIDDEN, DecisionKind.HOLD)

    decision = models.OneToOneField(
        "moderation.ModerationDecision", on_delete=models.PROTECT, related_name="recheck"
    )
    quarter = models.CharField(max_length=6, help_text="Such as 2026Q3.")
    verdict = models.CharField(
        max_length=20, choices=[(kind.value, kind.label) for kind in VERDICTS], blank=True
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["quarter", "pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict="", by__isnull=True, at__isnull=True)
                | ~Q(verdict="") & Q(by__isnull=False, at__isnull=False),
                name="recheck_is_by_somebody",
            )
        ]

    def __str__(self):
        return f"Second reading {self.quarter} of decision {self.decision_id}"
