from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from consultations.analysis.enums import Slice


class Baseline(models.Model):
    """Of a hundred who could answer a consultation, how many are like this, by some source.

    `key` is the number of an area, a kind of organisation, or a characteristic and its group such
    as `age:16_24` (`analysis.domain.baselines.choices`).
    """

    consultation = models.ForeignKey(
        "consultations.ConsultationPage", on_delete=models.CASCADE, related_name="baselines"
    )
    slice = models.CharField(max_length=10, choices=Slice)
    key = models.CharField(max_length=45)
    share = models.DecimalField(
        "of a hundred",
        max_digits=4,
        decimal_places=1,
        validators=[MinValueValidator(0.1), MaxValueValidator(99.9)],
    )
    source = models.CharField(max_length=200)
    year = models.PositiveSmallIntegerField(
        "year of the source", validators=[MinValueValidator(1901), MaxValueValidator(2100)]
    )

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["slice", "pk"]
        constraints = [
            models.UniqueConstraint("consultation", "slice", "key", name="baseline_once"),
            models.CheckConstraint(
                condition=models.Q(share__gt=0, share__lt=100), name="baseline_is_a_part"
            ),
        ]

    def __str__(self):
        return f"{self.share} of 100 are {self.slice} {self.key}"
