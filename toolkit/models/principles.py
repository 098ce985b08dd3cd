from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.search import index

from pages.models import PublicPage
from toolkit.enums import Kept, PrincipleStage

from .words import FILLED_IN


class PrinciplesPage(PublicPage):
    """The Board's principles of engagement, stage by stage, and who has given account of them."""

    introduction = RichTextField(
        blank=True, features=["bold", "italic", "link", "ul", "ol"], help_text=FILLED_IN
    )

    found_as = "Agreements and principles"
    found_at = 60
    search_fields = [*PublicPage.search_fields, index.SearchField("introduction")]
    parent_page_types = ["toolkit.ToolkitIndexPage"]
    subpage_types = []
    max_count_per_parent = 1
    content_panels = [*PublicPage.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = "principles of engagement"
        verbose_name_plural = "principles of engagement"


class Principle(models.Model):
    """One principle of the Board. Without a day of adoption its wording is an example."""

    stage = models.CharField(max_length=10, choices=PrincipleStage)
    position = models.PositiveSmallIntegerField(
        default=1, help_text="Its place among those of its stage."
    )
    name = models.CharField(max_length=120, unique=True)
    text = models.TextField("what it asks", help_text=FILLED_IN)
    measure = models.CharField(
        max_length=255, blank=True, help_text="What would show that it was kept."
    )
    adopted_on = models.DateField(
        "wording adopted on",
        null=True,
        blank=True,
        help_text="Leave empty while the wording is not adopted: pages then call it an example.",
    )

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(stage__in=PrincipleStage.values), name="principle_has_a_stage"
            )
        ]

    def __str__(self):
        return self.name


class PrincipleRecord(ClusterableModel):
    """What one consultation can show for the principles."""

    consultation = models.OneToOneField(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="principle_record"
    )
    note = models.TextField(blank=True, help_text="What should be read before the list.")
    is_public = models.BooleanField("shown in public", default=False)

    panels = [
        PageChooserPanel("consultation", "consultations.ConsultationPage"),
        FieldPanel("note"),
        InlinePanel("entries", heading="Principle by principle", label="Principle"),
        FieldPanel("is_public"),
    ]

    class Meta:
        verbose_name = "record of principles"
        verbose_name_plural = "records of principles"

    def __str__(self):
        return self.consultation.title


class PrincipleEntry(Orderable):
    """Whether one principle was kept, the evidence, and its measure before and after."""

    record = ParentalKey(PrincipleRecord, on_delete=models.CASCADE, related_name="entries")
    principle = models.ForeignKey(Principle, on_delete=models.PROTECT, related_name="entries")
    kept = models.CharField("was it kept?", max_length=10, choices=Kept, default=Kept.OPEN)
    evidence = models.TextField(blank=True, help_text="What somebody can look up or count.")
    before = models.CharField("measure before", max_length=120, blank=True)
    after = models.CharField("measure after", max_length=120, blank=True)

    panels = [
        FieldPanel("principle"),
        FieldPanel("kept"),
        FieldPanel("evidence"),
        FieldRowPanel([FieldPanel("before"), FieldPanel("after")]),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["record", "principle"], name="principle_once_in_a_record"
            ),
            models.CheckConstraint(
                condition=models.Q(kept__in=["open", "no"]) | ~models.Q(evidence=""),
                name="kept_principle_has_evidence",
            ),
        ]

    def clean(self):
        super().clean()
        if self.kept in (Kept.YES, Kept.PARTLY) and not self.evidence.strip():
            raise ValidationError({"evidence": "Say what shows that it was kept."})
