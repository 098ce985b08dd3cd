from django.db import models
from django.db.models import F, Q

from consultations.moderation.enums import Reason


class RedactionQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(lifted_at__isnull=True)


class Redaction(models.Model):
    """A range of one answer's text that the public does not see, and why. The answer never changes.

    `start` and `end` count characters of the text as it is shown, half open. `fingerprint` says of
    which text: where the text is another one by now, nothing of the answer is shown. What was
    lifted stays on record.
    """

    decision = models.ForeignKey(
        "moderation.ModerationDecision", on_delete=models.PROTECT, related_name="redactions"
    )
    comment = models.ForeignKey(
        "responses.Comment", on_delete=models.PROTECT, related_name="redactions"
    )
    answer = models.ForeignKey("responses.Answer", on_delete=models.CASCADE, related_name="+")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    reason = models.CharField(max_length=4, choices=Reason)
    fingerprint = models.CharField(max_length=16)
    lifted_at = models.DateTimeField(null=True, blank=True)

    objects = RedactionQuerySet.as_manager()

    class Meta:
        ordering = ["answer", "start"]
        constraints = [
            models.CheckConstraint(
                condition=Q(start__lt=F("end")), name="redaction_hides_something"
            ),
            models.CheckConstraint(
                condition=Q(reason__in=Reason.values), name="redaction_reason_is_on_the_list"
            ),
        ]
        indexes = [
            models.Index(
                fields=["comment"],
                name="redaction_standing",
                condition=Q(lifted_at__isnull=True),
            )
        ]

    def __str__(self):
        return f"{self.reason} in answer {self.answer_id}: {self.start} to {self.end}"
