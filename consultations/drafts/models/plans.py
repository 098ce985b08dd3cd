from django.conf import settings
from django.db import models
from django.db.models import Q


class LinkPlan(models.Model):
    """What an editor says of one passage before the next version is published.

    About a passage of the published version: `goes_to` holds ids of blocks of the next one, is
    empty where it is taken out, and null where only the reason is given. About a block that is new:
    its reason. Publishing makes links of plans.
    """

    draft = models.ForeignKey(
        "drafts.DraftPage", on_delete=models.CASCADE, related_name="+", verbose_name="next version"
    )
    old = models.ForeignKey(
        "drafts.Passage", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    block_id = models.UUIDField(null=True, blank=True)
    goes_to = models.JSONField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint("draft", "old", name="link_plan_once_a_passage"),
            models.UniqueConstraint("draft", "block_id", name="link_plan_once_a_block"),
            models.CheckConstraint(
                condition=Q(old__isnull=False, block_id__isnull=True)
                | Q(old__isnull=True, block_id__isnull=False, goes_to__isnull=True),
                name="link_plan_is_about_one_thing",
            ),
        ]

    def __str__(self):
        return f"Plan for {self.old_id or self.block_id}"
