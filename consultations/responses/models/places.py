from django.db import models
from django.db.models import Q

from consultations.responses.enums import PlaceKind


class PlacedModel(models.Model):
    """Something said at one place: the consultation itself, a draft, a section or a passage.

    A narrower place fills the wider ones too, so that a section's comments are one filter away.
    """

    consultation = models.ForeignKey(
        "consultations.ConsultationPage", on_delete=models.PROTECT, related_name="+"
    )
    draft = models.ForeignKey(
        "drafts.DraftPage", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    section = models.ForeignKey(
        "drafts.SectionPage", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    passage = models.ForeignKey(
        "drafts.Passage", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=(Q(passage__isnull=True) | Q(section__isnull=False))
                & (Q(section__isnull=True) | Q(draft__isnull=False)),
                name="%(class)s_place_is_whole",
            )
        ]

    @property
    def place_kind(self):
        for kind in (PlaceKind.PASSAGE, PlaceKind.SECTION, PlaceKind.DRAFT):
            if getattr(self, f"{kind}_id"):
                return kind
        return PlaceKind.CONSULTATION

    @property
    def place_key(self):
        """Such as `passage:12`; unique within the site."""
        kind = self.place_kind
        return f"{kind}:{getattr(self, f'{kind}_id')}"

    @property
    def place_label(self):
        if self.passage_id:
            return f"Passage {self.passage.number} of “{self.section.title}”"
        if self.section_id:
            return f"The section “{self.section.title}”"
        return f"The draft “{self.draft.title}”" if self.draft_id else "The consultation as a whole"
