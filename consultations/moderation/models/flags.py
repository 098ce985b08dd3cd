from django.db import models
from django.db.models import F, Q

from consultations.moderation.enums import DISTRESSING, FlagKind


class Flag(models.Model):
    """A place in a comment at which somebody should look, and why. Never a decision.

    `start` and `end` count characters of the answer as the desk shows it
    (`responses.domain.said`), which for what was typed into one box is the text as it was sent.
    """

    review = models.ForeignKey("moderation.Review", on_delete=models.CASCADE, related_name="flags")
    answer = models.ForeignKey("responses.Answer", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=FlagKind)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    reason = models.CharField(max_length=120)

    class Meta:
        ordering = ["review", "answer", "start", "pk"]
        indexes = [models.Index(fields=["kind", "review"])]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="flag_is_of_some_words"),
            models.CheckConstraint(condition=Q(kind__in=FlagKind.values), name="flag_kind"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} in {self.review_id}"

    @property
    def is_distressing(self):
        return self.kind in DISTRESSING
