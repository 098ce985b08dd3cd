from django.conf import settings
from django.db import models
from django.db.models import Q

from consultations.drafts.enums import LinkKind


class PassageLink(models.Model):
    """What became of one passage of a version in the next one, and why.

    Every passage of the older version has at least one; what was split has several. Written when
    the newer version is published; an editor may correct them afterwards.
    """

    draft = models.ForeignKey(
        "drafts.DraftPage", on_delete=models.PROTECT, related_name="+", verbose_name="newer version"
    )
    old = models.ForeignKey(
        "drafts.Passage",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="links_onward",
    )
    new = models.ForeignKey(
        "drafts.Passage", null=True, blank=True, on_delete=models.PROTECT, related_name="links_back"
    )
    kind = models.CharField(max_length=10, choices=LinkKind)
    reason = models.CharField(
        max_length=300, blank=True, help_text="Why it changed, for everybody to read."
    )
    corrected_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    corrected_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["draft", "pk"]
        constraints = [
            models.UniqueConstraint("draft", "old", "new", name="passage_link_once"),
            models.CheckConstraint(
                condition=(Q(kind=LinkKind.REMOVED) & Q(new__isnull=True) & Q(old__isnull=False))
                | (Q(kind=LinkKind.ADDED) & Q(old__isnull=True) & Q(new__isnull=False))
                | (
                    ~Q(kind__in=[LinkKind.REMOVED, LinkKind.ADDED])
                    & Q(old__isnull=False)
                    & Q(new__isnull=False)
                ),
                name="passage_link_has_its_ends",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.old_id or '–'} → {self.new_id or '–'}"


class Ancestor(models.Model):
    """A passage of an earlier version that lives on in this one, over however many versions.

    Derived from the links, so that a page finds the comments on earlier wordings in one query;
    `domain.lineage.rebuild()` writes it anew. What was split lives on in its largest part.
    `is_changed` when any step changed its words.
    """

    draft = models.ForeignKey("drafts.DraftPage", on_delete=models.CASCADE, related_name="+")
    passage = models.ForeignKey(
        "drafts.Passage", on_delete=models.CASCADE, related_name="ancestors"
    )
    earlier = models.ForeignKey(
        "drafts.Passage", on_delete=models.CASCADE, related_name="descendants"
    )
    is_changed = models.BooleanField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint("draft", "earlier", name="ancestor_once_a_version")]

    def __str__(self):
        return f"{self.earlier_id} lives on in {self.passage_id}"


class SectionAncestor(models.Model):
    """A section of an earlier version, and the section of this one that most of it went into."""

    draft = models.ForeignKey("drafts.DraftPage", on_delete=models.CASCADE, related_name="+")
    section = models.ForeignKey(
        "drafts.SectionPage", on_delete=models.CASCADE, related_name="ancestors"
    )
    earlier = models.ForeignKey(
        "drafts.SectionPage", on_delete=models.CASCADE, related_name="descendants"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint("draft", "earlier", name="section_ancestor_once_a_version")
        ]

    def __str__(self):
        return f"{self.earlier_id} lives on in {self.section_id}"
