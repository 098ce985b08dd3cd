from django.conf import settings
from django.db import models
from django.db.models import F, Q

from consultations.moderation.enums import BulkState


class BulkDecision(models.Model):
    """Many comments that one person has read and publishes at once; done by a job, in parts.

    `review_ids` are what was on the screen when it was asked for. `left_out` counts those that
    somebody else had decided on meanwhile.
    """

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    review_ids = models.JSONField(default=list)
    state = models.CharField(max_length=20, choices=BulkState, default=BulkState.RUNNING)
    total = models.PositiveIntegerField()
    published = models.PositiveIntegerField(default=0)
    left_out = models.PositiveIntegerField(default=0)
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(total__gte=F("published") + F("left_out")),
                name="bulk_decision_within_its_total",
            ),
            models.CheckConstraint(
                condition=Q(state=BulkState.RUNNING, finished_at__isnull=True)
                | Q(state__in=[BulkState.DONE, BulkState.FAILED], finished_at__isnull=False),
                name="bulk_decision_finished_at_the_end",
            ),
        ]

    def __str__(self):
        return f"{self.total} comments at once"

    @property
    def job_key(self):
        return f"bulk-decision:{self.pk}"

    @property
    def done(self):
        return self.published + self.left_out
