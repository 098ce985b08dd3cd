from django.conf import settings
from django.db import models


class DismissedFinding(models.Model):
    """Somebody has looked at this finding of the check and says that it is no problem here.

    It holds no words of the draft: the fingerprint is that of the finding, which comes back by
    itself when the sentence it was about has changed.
    """

    draft = models.ForeignKey(
        "drafts.DraftPage", on_delete=models.CASCADE, related_name="dismissed_findings"
    )
    code = models.CharField(max_length=60)
    fingerprint = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint("draft", "fingerprint", name="finding_dismissed_once_a_draft"),
        ]

    def __str__(self):
        return f"{self.code}, no problem in draft {self.draft_id}"
