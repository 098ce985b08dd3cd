from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from wagtail.admin.panels import FieldPanel
from wagtail.models import AbstractGroupApprovalTask
from wagtail.snippets.models import register_snippet


class BoardReviewTask(AbstractGroupApprovalTask):
    """A step at which members of the chosen groups read comments on the Board's desk.

    Its actions are the desk's: Wagtail's own "approve" and "request changes" are not offered,
    since nobody could resubmit a resident's comment.
    """

    class Meta:
        verbose_name = "Board review"
        verbose_name_plural = "Board reviews"

    @classmethod
    def get_description(cls):
        return "Members of the chosen groups read comments and decide what is shown"

    def get_actions(self, obj, user):
        return []

    def user_can_access_editor(self, obj, user):
        return False


@register_snippet
class Route(models.Model):
    """Which workflow a comment takes. The first route that fits wins: section, then consultation.

    A route with neither fits every comment.
    """

    name = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField(
        default=100, help_text="Lower numbers are tried first among routes that fit equally well."
    )
    consultation = models.ForeignKey(
        "consultations.ConsultationPage",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Leave empty for every consultation.",
    )
    section = models.ForeignKey(
        "drafts.SectionPage",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Leave empty for every section.",
    )
    workflow = models.ForeignKey("wagtailcore.Workflow", on_delete=models.PROTECT)

    panels = [
        FieldPanel("name"),
        FieldPanel("workflow"),
        FieldPanel("consultation"),
        FieldPanel("section"),
        FieldPanel("position"),
    ]

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(section__isnull=True) | Q(consultation__isnull=True),
                name="route_by_section_or_consultation",
            )
        ]

    def __str__(self):
        return self.name

    def clean(self):
        if self.section_id and self.consultation_id:
            raise ValidationError("Choose a section or a consultation, not both.")

    def fits(self, comment):
        """How closely this route fits a comment: 3 section, 2 consultation, 1 any, 0 not."""
        if self.section_id:
            return 3 if self.section_id == comment.section_id else 0
        if self.consultation_id:
            return 2 if self.consultation_id == comment.consultation_id else 0
        return 1
