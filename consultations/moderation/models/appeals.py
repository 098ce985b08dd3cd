from django.conf import settings
from django.db import models
from django.db.models import Q

from consultations.moderation.enums import AppealOutcome


class Appeal(models.Model):
    """An author asks somebody else to look at a decision again. One at a time for each comment.

    `due_on` is the last day on which it is answered in time. `answer` goes to the author.
    """

    review = models.ForeignKey(
        "moderation.Review", on_delete=models.PROTECT, related_name="appeals"
    )
    decision = models.ForeignKey(
        "moderation.ModerationDecision", on_delete=models.PROTECT, related_name="appeals"
    )
    text = models.TextField()
    received_at = models.DateTimeField()
    due_on = models.DateField()
    outcome = models.CharField(max_length=20, choices=AppealOutcome, blank=True)
    answer = models.TextField(blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["received_at", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint("review", condition=Q(outcome=""), name="appeal_one_at_a_time"),
            models.CheckConstraint(
                condition=Q(outcome="", decided_at__isnull=True, decided_by__isnull=True)
                | ~Q(outcome="")
                & ~Q(answer="")
                & Q(decided_at__isnull=False, decided_by__isnull=False),
                name="appeal_is_decided_by_somebody_with_an_answer",
            ),
        ]

    def __str__(self):
        return f"Appeal {self.pk} about {self.review}"
