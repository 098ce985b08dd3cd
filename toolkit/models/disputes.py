from django.conf import settings
from django.db import models

from toolkit.enums import DisputeState


class Dispute(models.Model):
    """What one side says the other has not kept. Read by the handlers it is not kept from.

    It is no snippet and in no search, list of uses or log: each of those would show it to others.
    `due_on` is set when it is raised and never moves.
    """

    wagtail_reference_index_ignore = True

    reference = models.CharField(max_length=11, unique=True)
    code_hash = models.CharField(max_length=64)
    key_hash = models.CharField(max_length=64, unique=True)
    raised_at = models.DateTimeField(db_index=True)
    due_on = models.DateField()
    state = models.CharField(
        max_length=10, choices=DisputeState, default=DisputeState.RECEIVED, db_index=True
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    code = models.ForeignKey(
        "toolkit.CompactCodePage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="disputes",
    )
    what_happened = models.TextField()
    what_was_tried = models.TextField(blank=True)
    what_would_help = models.TextField(blank=True)
    organisation = models.CharField(max_length=200, blank=True)
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    kept_from = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="+")

    class Meta:
        ordering = ["due_on", "pk"]
        default_permissions = ()
        permissions = [("handle_dispute", "Can read and answer disputes")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=DisputeState.values), name="dispute_has_a_state"
            ),
            models.CheckConstraint(
                condition=models.Q(state=DisputeState.ANSWERED, answered_at__isnull=False)
                | (~models.Q(state=DisputeState.ANSWERED) & models.Q(answered_at__isnull=True)),
                name="dispute_answered_has_its_moment",
            ),
        ]

    def __str__(self):
        return self.reference


class DisputeStep(models.Model):
    """One state a dispute came into, and what its raiser was told then."""

    wagtail_reference_index_ignore = True

    dispute = models.ForeignKey(Dispute, on_delete=models.CASCADE, related_name="steps")
    state = models.CharField(max_length=10, choices=DisputeState)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    words = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["dispute", "state"], name="dispute_in_a_state_once")
        ]

    def __str__(self):
        return f"{self.dispute}: {self.get_state_display()}"
