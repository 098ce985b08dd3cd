from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import AbstractGroupApprovalTask
from wagtail.snippets.models import register_snippet

from consultations.moderation.enums import Concern
from consultations.responses.enums import Capacity


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
    """A rule that says which workflow a comment takes. The first one in order that fits wins.

    Every condition that is set has to hold; a route without any fits every comment.
    """

    name = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField(
        default=100, help_text="Lower numbers are tried first. The first route that fits is taken."
    )
    is_on = models.BooleanField(
        "in use",
        default=True,
        help_text="Untick it to try a route out first: Board desk → Routes shows what it would do.",
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
    capacity = models.CharField(
        "who answers",
        max_length=20,
        choices=Capacity,
        blank=True,
        help_text="Leave empty for everybody.",
    )
    concern = models.CharField(
        "what was found in it",
        max_length=20,
        choices=Concern,
        blank=True,
        help_text="Leave empty for any comment, whatever the screening found.",
    )
    longer_than = models.PositiveIntegerField(
        "longer than so many words", null=True, blank=True, help_text="Leave empty for any length."
    )
    letter = models.TextField(
        "a campaign’s letter",
        blank=True,
        help_text="Paste its text to take all comments that share half of their words with it.",
    )
    workflow = models.ForeignKey("wagtailcore.Workflow", on_delete=models.PROTECT)
    working_days = models.PositiveSmallIntegerField(
        "to be read within",
        default=5,
        help_text="Working days after the day it came; 0 for the same day.",
    )

    panels = [
        FieldPanel("name"),
        MultiFieldPanel(
            [
                FieldPanel("consultation"),
                FieldPanel("section"),
                FieldPanel("capacity"),
                FieldPanel("concern"),
                FieldPanel("longer_than"),
                FieldPanel("letter"),
            ],
            "Which comments",
        ),
        MultiFieldPanel([FieldPanel("workflow"), FieldPanel("working_days")], "Where to"),
        MultiFieldPanel([FieldPanel("position"), FieldPanel("is_on")], "In which order"),
    ]

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(section__isnull=True) | Q(consultation__isnull=True),
                name="route_by_section_or_consultation",
            ),
            models.CheckConstraint(
                condition=Q(concern="") | Q(concern__in=Concern.values), name="route_concern"
            ),
            models.CheckConstraint(
                condition=Q(working_days__lte=60), name="route_within_sixty_days"
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        if self.section_id and self.consultation_id:
            raise ValidationError("Choose a section or a consultation, not both.")
        if self.working_days is not None and self.working_days > 60:
            raise ValidationError({"working_days": "Choose at most 60 working days."})

    @property
    def conditions(self):
        """What it asks for, a phrase each; nothing for a route that takes everything."""
        asked = [
            self.consultation_id and f"about “{self.consultation}”",
            self.section_id and f"at the section “{self.section}”",
            self.capacity == Capacity.GROUP and "of a group or organisation",
            self.capacity == Capacity.MYSELF and "of somebody answering for themselves",
            self.capacity == Capacity.ON_BEHALF and "of somebody answering for somebody else",
            self.capacity == Capacity.COUNCILLOR and "of a councillor or MP",
            self.capacity == Capacity.MEETING and "of a meeting that an officer recorded",
            self.concern and f"in which was found: {self.get_concern_display().lower()}",
            self.longer_than and f"longer than {self.longer_than} words",
            self.letter and "with the words of a campaign’s letter",
        ]
        return [phrase for phrase in asked if phrase]
