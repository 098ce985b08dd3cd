"""A group writes together: what each version of each answer said, and what it says of itself."""

from django.db import models

from .places import PlacedModel


class GroupStatement(models.Model):
    """What a group said about itself with its response: for whom, how it asked, who approved."""

    response = models.OneToOneField(
        "responses.Response", on_delete=models.PROTECT, related_name="statement"
    )
    represents = models.TextField(blank=True)
    gathered = models.TextField(blank=True)
    is_approved = models.BooleanField(default=False)
    approved_by = models.CharField(max_length=120, blank=True)
    approved_on = models.DateField(null=True, blank=True)

    def __str__(self):
        return f"Statement with response {self.response_id}"


class Workspace(models.Model):
    """Where several people of one group write its response. It is in no count.

    Whoever has the share code writes; whoever has the lead's code also composes and sends. Only
    the hashes of both are kept. `basket_hash` leads to what the lead composed: it is the hash of
    the lead's basket, and so the idempotency key of the response that was sent from it.
    """

    consultation = models.ForeignKey(
        "consultations.ConsultationPage", on_delete=models.CASCADE, related_name="+"
    )
    name = models.CharField(max_length=200)
    org_id = models.CharField(max_length=40, blank=True)
    share_hash = models.CharField(max_length=64, unique=True)
    lead_hash = models.CharField(max_length=64, unique=True)
    basket_hash = models.CharField(max_length=64, blank=True, db_index=True)
    started_at = models.DateTimeField()
    changed_at = models.DateTimeField(db_index=True)

    wagtail_reference_index_ignore = True

    def __str__(self):
        return self.name


class WorkspaceAnswer(PlacedModel):
    """One version of one answer. A later one never takes the place of an earlier one's row."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="answers")
    questionnaire_version = models.ForeignKey(
        "responses.QuestionnaireVersion", on_delete=models.PROTECT, related_name="+"
    )
    place = models.CharField(max_length=40)
    question_key = models.CharField(max_length=32)
    version = models.PositiveIntegerField()
    value = models.JSONField()
    by_name = models.CharField(max_length=80, blank=True)
    at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta(PlacedModel.Meta):
        ordering = ["pk"]
        constraints = [
            *PlacedModel.Meta.constraints,
            models.UniqueConstraint(
                "workspace",
                "place",
                "question_key",
                "version",
                name="workspace_answer_version_once",
            ),
        ]

    def __str__(self):
        return f"Version {self.version} of an answer at {self.place}"
