from django.conf import settings
from django.db import models
from django.db.models import Q

from consultations.moderation.enums import ReportKind, ReportOutcome


class Report(models.Model):
    """A reader says that a published comment should not be shown, or serves notice that it is
    against the law. A notice names its sender and has a clock of its own, `due_at`.
    """

    review = models.ForeignKey(
        "moderation.Review", on_delete=models.PROTECT, related_name="reports"
    )
    kind = models.CharField(max_length=20, choices=ReportKind)
    text = models.TextField()
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    received_at = models.DateTimeField()
    due_at = models.DateTimeField()
    outcome = models.CharField(max_length=20, choices=ReportOutcome, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["due_at", "pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", closed_at__isnull=True, closed_by__isnull=True)
                | ~Q(outcome="") & Q(closed_at__isnull=False, closed_by__isnull=False),
                name="report_is_closed_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(kind=ReportKind.LEGAL) | ~Q(name="") & ~Q(email=""),
                name="report_legal_notice_names_its_sender",
            ),
        ]
        indexes = [
            models.Index(fields=["due_at"], name="report_open", condition=Q(outcome="")),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.review}"
