from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable

from consultations.responses.blocks import QuestionsBlock
from consultations.responses.enums import QuestionKind


class Questionnaire(ClusterableModel):
    """A form an editor builds. What people see is always one of its immutable versions.

    `rules` says when a question is shown: lists of rules by its key, see `domain.branching`.
    """

    title = models.CharField(max_length=120, help_text="For editors; nobody else sees it.")
    questions = StreamField(QuestionsBlock())
    rules = models.JSONField(default=dict, blank=True, editable=False)
    is_default = models.BooleanField(
        default=False,
        verbose_name="The usual form",
        help_text="Used wherever no other form has been chosen.",
    )

    class Meta:
        ordering = ["title"]
        constraints = [
            models.UniqueConstraint(
                "is_default", condition=Q(is_default=True), name="questionnaire_one_default"
            )
        ]

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        for block in self.questions:
            block.value  # noqa: B018 -- read, so that its options get lasting keys as it is stored
        super().save(*args, **kwargs)


class QuestionnaireUse(Orderable):
    """Where a form is asked: in a consultation, about it as a whole only, or in one section."""

    questionnaire = ParentalKey(Questionnaire, on_delete=models.CASCADE, related_name="uses")
    consultation = models.ForeignKey(
        "consultations.ConsultationPage", on_delete=models.CASCADE, related_name="+"
    )
    section = models.ForeignKey(
        "drafts.SectionPage", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )

    is_general = models.BooleanField(
        default=False,
        verbose_name="Only about the consultation as a whole",
        help_text="For general questions. The sections keep the form they have.",
    )

    panels = [
        FieldPanel("consultation"),
        FieldPanel(
            "section",
            help_text="Choose one to ask these questions about this section and its passages only.",
        ),
        FieldPanel("is_general"),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(
                "consultation",
                condition=Q(section__isnull=True, is_general=False),
                name="form_once_a_consultation",
            ),
            models.UniqueConstraint(
                "consultation", condition=Q(is_general=True), name="form_once_in_general"
            ),
            models.CheckConstraint(
                condition=Q(is_general=False) | Q(section__isnull=True),
                name="form_in_general_or_of_a_section",
            ),
            models.UniqueConstraint(
                "section", condition=Q(section__isnull=False), name="form_once_a_section"
            ),
        ]

    def __str__(self):
        return f"{self.questionnaire} in {self.consultation}"

    def clean(self):
        if self.section_id and self.is_general:
            raise ValidationError(
                {"is_general": "Choose a section, or the consultation as a whole, not both."}
            )
        is_complete = self.section_id and self.consultation_id
        if is_complete and not self.section.is_descendant_of(self.consultation):
            raise ValidationError({"section": "Choose a section of the consultation above."})


class QuestionnaireVersion(models.Model):
    """The questions exactly as they were asked. Never changed; an edit makes the next one.

    `changes` says, a sentence each, what is different from the version before and whether answers
    to both are still counted together.
    """

    questionnaire = models.ForeignKey(
        Questionnaire, on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveIntegerField()
    hash = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    changes = models.JSONField(default=list)

    class Meta:
        ordering = ["questionnaire", "number"]
        constraints = [
            models.UniqueConstraint("questionnaire", "number", name="version_number_once"),
        ]

    def __str__(self):
        return f"{self.questionnaire}, version {self.number}"


class Question(models.Model):
    """One question as it was asked in one version.

    `key` is the same in every version. `meaning` counts up when a change makes it another question
    in effect: answers under one key and meaning are counted together. `options` are dicts of a
    lasting `key` and a `label`; `settings` holds what only this kind has, such as the rows of a
    matrix; `rules` say when it is shown.
    """

    version = models.ForeignKey(
        QuestionnaireVersion, on_delete=models.PROTECT, related_name="questions"
    )
    key = models.UUIDField()
    kind = models.CharField(max_length=20, choices=QuestionKind)
    label = models.CharField(max_length=200)
    hint = models.CharField(max_length=300, blank=True)
    options = models.JSONField(default=list)
    settings = models.JSONField(default=dict)
    rules = models.JSONField(default=list)
    meaning = models.PositiveSmallIntegerField(default=1)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["version", "position"]
        indexes = [models.Index(fields=["key", "meaning"])]
        constraints = [
            models.UniqueConstraint("version", "key", name="question_key_once_a_version"),
        ]

    def __str__(self):
        return self.label

    @property
    def field_name(self):
        return f"q_{self.key.hex}"
