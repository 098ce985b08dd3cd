from django.conf import settings
from django.db import models

from consultations.responses.enums import Language

from .responses import Answer


class Translation(models.Model):
    """What an answer in another language says in English; it is read beside the original.

    The answer stays as it was sent and is what is counted. `read_against` is the id of the Board's
    last decision that its writer knew, 0 before the first: what was hidden later may stand in it.
    """

    answer = models.OneToOneField(Answer, on_delete=models.CASCADE, related_name="translation")
    language = models.CharField("language of the original", max_length=3, choices=Language)
    text = models.TextField()
    translator = models.CharField(max_length=120)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    read_against = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(text="") & ~models.Q(translator=""),
                name="translation_says_something_by_somebody",
            )
        ]

    def __str__(self):
        return f"Translation of answer {self.answer_id}"
