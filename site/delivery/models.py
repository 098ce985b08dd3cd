from django.db import models
from django.db.models import F, Q

from delivery.enums import JobState


class OutboxMessageQuerySet(models.QuerySet):
    def due(self, now):
        """Messages waiting for a first or another try, whose lease (if any) has run out."""
        return self.filter(sent_at__isnull=True, given_up_at__isnull=True, next_try_at__lte=now)


class OutboxMessage(models.Model):
    """A letter that must go out, written in the transaction of whatever it tells of.

    The row is the truth; the worker only carries it. `dedupe_key` makes one effect one row. What
    is attached is text, such as a calendar file. Texts and addresses are forgotten a week after.
    """

    dedupe_key = models.CharField(max_length=120, unique=True)
    to = models.EmailField()
    subject = models.CharField(max_length=200)
    body = models.TextField(blank=True)
    attachment = models.TextField(blank=True)
    attachment_name = models.CharField(max_length=80, blank=True)
    attachment_type = models.CharField(max_length=80, blank=True)
    created_at = models.DateTimeField()
    next_try_at = models.DateTimeField(db_index=True)
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, blank=True)
    given_up_at = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=300, blank=True)

    objects = OutboxMessageQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]

    def __str__(self):
        return f"{self.subject} ({'sent' if self.sent_at else 'waiting'})"


class JobQuerySet(models.QuerySet):
    def unfinished(self):
        return self.filter(state__in=[JobState.WAITING, JobState.RUNNING])

    def due(self, now):
        """Jobs waiting for a first or another try, and those whose lease has run out."""
        return self.unfinished().filter(next_try_at__lte=now)


class Job(models.Model):
    """A piece of work that takes longer than a page may, with how far it has come.

    Written in the transaction of whatever asks for it: the row is the truth, a worker only carries
    it. `argument` holds ids, never anybody's words. `error` is a sentence for the screen. A running
    job is leased until `next_try_at`; `tries` counts the leases, so that a worker whose lease was
    given to another can no longer write.
    """

    kind = models.CharField(max_length=60)
    dedupe_key = models.CharField(max_length=120, unique=True)
    argument = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=20, choices=JobState, default=JobState.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    step = models.CharField(max_length=80, blank=True)
    error = models.CharField(max_length=300, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()
    next_try_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(
                "next_try_at",
                name="job_due",
                condition=Q(state__in=[JobState.WAITING, JobState.RUNNING]),
            )
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=JobState.values), name="job_state"),
            models.CheckConstraint(condition=Q(done__lte=F("total")), name="job_done_of_total"),
            models.CheckConstraint(
                condition=Q(
                    state__in=[JobState.WAITING, JobState.RUNNING], finished_at__isnull=True
                )
                | Q(state__in=[JobState.DONE, JobState.FAILED], finished_at__isnull=False),
                name="job_finished_at_the_end",
            ),
        ]

    def __str__(self):
        return f"{self.kind} ({self.get_state_display().lower()})"

    @property
    def is_finished(self):
        return self.finished_at is not None


class Heartbeat(models.Model):
    """When the background worker was last heard."""

    name = models.CharField(max_length=40, unique=True)
    heard_at = models.DateTimeField()

    def __str__(self):
        return f"{self.name} at {self.heard_at:%H:%M:%S}"
