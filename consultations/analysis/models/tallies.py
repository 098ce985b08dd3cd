from django.db import models


class Tally(models.Model):
    """A count kept in the transaction that changes it, so that a page of figures reads a few rows.

    `place` is such as `section:12`; `measure` is `responses`, `comments`, `shown`, or a stance such
    as `stance:agree`. At `options:5` it names an option of a question asked in consultation 5
    (`analysis.domain.picked`). `manage.py reconcile` compares every row with a recount.
    """

    consultation = models.ForeignKey(
        "consultations.ConsultationPage", on_delete=models.CASCADE, related_name="+"
    )
    section = models.ForeignKey(
        "drafts.SectionPage", null=True, on_delete=models.CASCADE, related_name="+"
    )
    passage = models.ForeignKey(
        "drafts.Passage", null=True, on_delete=models.CASCADE, related_name="+"
    )
    place = models.CharField(max_length=40)
    measure = models.CharField(max_length=160)
    count = models.IntegerField(default=0)

    class Meta:
        ordering = ["place", "measure"]
        constraints = [models.UniqueConstraint("place", "measure", name="tally_once")]
        indexes = [models.Index(fields=["section", "measure"])]

    def __str__(self):
        return f"{self.place} {self.measure}: {self.count}"
