from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import F, Q
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, WorkflowMixin

from consultations.moderation.enums import (
    LIMITS,
    OPEN_STATUSES,
    DecisionKind,
    NotResponseReason,
    Reason,
    ReviewStatus,
)

REASONS = [*Reason.choices, *NotResponseReason.choices]


class ReviewQuerySet(models.QuerySet):
    def open(self):
        return self.filter(status__in=OPEN_STATUSES)

    def published(self):
        return self.filter(status=ReviewStatus.PUBLISHED)


class Review(WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, models.Model):
    """One comment on its way through the Board's workflow: status and ids, never any text.

    `task` repeats the workflow's current task, so that the queue is one indexed query.
    `assigned_to` is whose pile it lies on, `claimed_by` who has it open; both run out. From
    `due_at` on it has waited too long. `reminded` is the last mark, in per cent of its time, that
    somebody was reminded of.
    """

    comment = models.OneToOneField(
        "responses.Comment", on_delete=models.PROTECT, related_name="review"
    )
    consultation = models.ForeignKey(
        "consultations.ConsultationPage", on_delete=models.PROTECT, related_name="+"
    )
    status = models.CharField(max_length=20, choices=ReviewStatus, default=ReviewStatus.WAITING)
    task = models.ForeignKey(
        "wagtailcore.Task", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    workflow_state = models.OneToOneField(
        "wagtailcore.WorkflowState",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    route = models.ForeignKey(
        "moderation.Route", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    assigned_at = models.DateTimeField(null=True, blank=True)
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    claimed_at = models.DateTimeField(null=True, blank=True)
    received_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    reminded = models.PositiveSmallIntegerField(default=0)
    # Its response looks as if a machine had sent it: what the response says, for the queue.
    is_marked = models.BooleanField(default=False)

    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        for_concrete_model=False,
    )
    _revisions = GenericRelation(
        "wagtailcore.Revision",
        content_type_field="base_content_type",
        object_id_field="object_id",
        for_concrete_model=False,
    )

    wagtail_reference_index_ignore = True

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["received_at", "pk"]
        permissions = [
            ("decide_review", "Can read comments and decide what is shown"),
            ("change_review", "Can see comments in Wagtail’s workflow reports"),
        ]
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["status", "due_at", "received_at", "id"]
            ),  # the queue in its order
            models.Index(
                fields=["status", "task", "assigned_to", "consultation", "due_at", "is_marked"],
                name="review_waiting",
            ),  # its length
            models.Index(fields=["consultation", "status", "received_at", "id"]),  # what is shown
        ]

    def __str__(self):
        return f"Comment {self.comment_id}"

    @property
    def revisions(self):
        return self._revisions

    def get_workflow(self):
        return self.workflow_state.workflow if self.workflow_state else None


class ModerationDecisionQuerySet(models.QuerySet):
    def with_part_of(self, user):
        """Those that this person took, or was the second person to agree to."""
        return self.filter(Q(by=user) | Q(second_by=user))


class ModerationDecision(models.Model):
    """What was decided about one comment, why, by whom, and who agreed.

    `told_at` is when its author was written to about it, if they were: the time to appeal begins.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="decisions")
    kind = models.CharField(max_length=20, choices=DecisionKind)
    reason = models.CharField(max_length=4, choices=REASONS, blank=True)
    note = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    second_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    second_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)

    objects = ModerationDecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(second_by__isnull=True) | ~Q(second_by=F("by")),
                name="decision_second_person_is_another",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=LIMITS) | ~Q(reason=""),
                name="decision_that_limits_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(reason__in=["", *(code for code, _ in REASONS)]),
                name="decision_reason_is_on_the_list",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} comment {self.review_id}"
