from django.db import models

from events.enums import QuestionKind


class Evaluation(models.Model):
    """What somebody who came said afterwards. Nothing leads from here to a booking, not even a
    date: the booking only knows that its one form was used."""

    session = models.ForeignKey(
        "events.EventSession", on_delete=models.PROTECT, related_name="evaluations"
    )

    def __str__(self):
        return f"Evaluation {self.pk}"


class EvaluationAnswer(models.Model):
    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="answers")
    question_key = models.UUIDField()
    label = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=QuestionKind)
    value = models.TextField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["evaluation", "question_key"], name="evaluation_answer_once"
            )
        ]

    def __str__(self):
        return self.label
