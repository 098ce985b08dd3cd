from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import GreaterThanOrEqual

SHORTEST_REASON = 20


class DutyOverrideQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(withdrawn_at__isnull=True)


class DutyOverride(models.Model):
    """A duty that is not met, and why: a named person's reason, which is public from then on.

    `measure` is how far it fell short when the reason was given, such as 56 days; the reason holds
    for that and for better, not for worse. Empty: it holds however far. Reasons are withdrawn and
    never deleted.
    """

    consultation = models.ForeignKey(
        "consultations.ConsultationPage", on_delete=models.CASCADE, related_name="duty_overrides"
    )
    duty = models.CharField(max_length=40)
    reason = models.TextField()
    measure = models.IntegerField(null=True, blank=True)
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
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = DutyOverrideQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "duty"],
                condition=Q(withdrawn_at__isnull=True),
                name="override_one_standing_a_duty",
            ),
            models.CheckConstraint(
                condition=Q(second_by__isnull=True) | ~Q(second_by=F("by")),
                name="override_second_person_is_another",
            ),
            models.CheckConstraint(
                condition=Q(second_by__isnull=True, second_at__isnull=True)
                | Q(second_by__isnull=False, second_at__isnull=False),
                name="override_second_person_has_a_moment",
            ),
            models.CheckConstraint(
                condition=GreaterThanOrEqual(Length("reason"), SHORTEST_REASON),
                name="override_has_a_reason_in_words",
            ),
        ]

    def __str__(self):
        return f"{self.duty}, {self.by}"


class PromiseChange(models.Model):
    """A date that was moved while people could read it: what it was, what it is, and when.

    `was` and `became` are ISO dates or moments; empty where there was or is none.
    """

    consultation = models.ForeignKey(
        "consultations.ConsultationPage", on_delete=models.CASCADE, related_name="promise_changes"
    )
    field = models.CharField(max_length=40)
    was = models.CharField(max_length=40, blank=True)
    became = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.field}, {self.was} to {self.became}"
