from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.snippets.models import register_snippet

from consultations.responses.blocks import QuestionsBlock
from consultations.responses.enums import QuestionKind


@register_snippet
class Questionnaire(ClusterableModel):
    """A form an editor builds. What people see is always one of its immutable versions."""

    title = models.CharField(max_length=120)
    questions = StreamField(QuestionsBlock())
    is_default = models.BooleanField(
        default=False, help_text="Used wherever no other form has been chosen."
    )

    panels = [
        FieldPanel("title"),
        FieldPanel("questions"),
        FieldPanel("is_default"),
        InlinePanel("uses", heading="Where it is used", label="Use"),
    ]

    class Meta:
        ordering = ["title"]
        constraints = [
            models.UniqueConstraint(
                "is_default", condition=Q(is_default=True), name="questionnaire_one_default"
            )
        ]

    def __str__(self):
        return self.title


class QuestionnaireUse(Orderable):
    """This form is asked in this consultation, or in one section of it only."""

    questionnaire = ParentalKey(Questionnaire, on_delete=models.CASCADE, related_name="uses")
    consultation = models.ForeignKey(
        "consultations.ConsultationPage", on_delete=models.CASCADE, related_name="+"
    )
    section = models.ForeignKey(
        "drafts.SectionPage", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )

    panels = [FieldPanel("consultation"), FieldPanel("section")]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(
                "consultation",
                condition=Q(section__isnull=True),
                name="form_once_a_consultation",
            ),
            models.UniqueConstraint(
                "section", condition=Q(section__isnull=False), name="form_once_a_section"
            ),
        ]


class QuestionnaireVersion(models.Model):
    """The questions exactly as they were asked. Never changed; an edit makes the next one."""

    questionnaire = models.ForeignKey(
        Questionnaire, on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveIntegerField()
    hash = models.CharField(max_length=64)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["questionnaire", "number"]
        constraints = [
            models.UniqueConstraint("questionnaire", "number", name="version_number_once"),
        ]

    def __str__(self):
        return f"{self.questionnaire}, version {self.number}"


class Question(models.Model):
    version = models.ForeignKey(
        QuestionnaireVersion, on_delete=models.PROTECT, related_name="questions"
    )
    key = models.UUIDField()
    kind = models.CharField(max_length=20, choices=QuestionKind)
    label = models.CharField(max_length=200)
    hint = models.CharField(max_length=300, blank=True)
    options = models.JSONField(default=list)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["version", "position"]
        constraints = [
            models.UniqueConstraint("version", "key", name="question_key_once_a_version"),
        ]

    def __str__(self):
        return self.label

    @property
    def field_name(self):
        return f"q_{self.key.hex}"
