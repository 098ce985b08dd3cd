from django.db import models

from consultations.drafts.enums import PassageKind


class PassageQuerySet(models.QuerySet):
    def in_order(self):
        return self.order_by("section__number", "position")


class Passage(models.Model):
    """One block of a frozen draft: what a comment is about, for good.

    Triggers in the database refuse every UPDATE and DELETE (see `drafts.guards`).
    """

    section = models.ForeignKey(
        "drafts.SectionPage", on_delete=models.PROTECT, related_name="passages"
    )
    block_id = models.UUIDField()
    position = models.PositiveIntegerField()
    number = models.CharField(max_length=20)
    kind = models.CharField(max_length=20, choices=PassageKind)
    marker = models.CharField(max_length=12, blank=True)
    text = models.TextField()
    html = models.TextField()
    hash = models.CharField(max_length=64)

    objects = PassageQuerySet.as_manager()

    class Meta:
        ordering = ["section", "position"]
        constraints = [
            models.UniqueConstraint("section", "block_id", name="passage_block_once_a_section"),
            models.UniqueConstraint("section", "position", name="passage_position_once_a_section"),
        ]

    def __str__(self):
        return f"{self.number} {self.text[:60]}"

    @property
    def anchor(self):
        return f"p{self.number.replace('.', '-')}"
