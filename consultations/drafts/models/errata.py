from django.conf import settings
from django.db import models


class ErratumQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(withdrawn_at__isnull=True)


class Erratum(models.Model):
    """A slip in a published passage, put right beside it: the passage itself never changes.

    One that was wrong itself is withdrawn and stays on record.
    """

    passage = models.ForeignKey("drafts.Passage", on_delete=models.PROTECT, related_name="errata")
    text = models.CharField(
        max_length=500,
        help_text="What it should say, for example: “National Indicator 7”, not “Nation”.",
    )
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ErratumQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        verbose_name_plural = "errata"

    def __str__(self):
        return self.text
