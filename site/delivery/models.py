from django.db import models


class OutboxMessageQuerySet(models.QuerySet):
    def due(self, now):
        """Messages waiting for a first or another try, whose lease (if any) has run out."""
        return self.filter(sent_at__isnull=True, given_up_at__isnull=True, next_try_at__lte=now)


class OutboxMessage(models.Model):
    """A letter that must go out, written in the transaction of whatever it tells of.

    The row is the truth; the worker only carries it. `dedupe_key` makes one effect one row.
    Bodies are emptied after seven days (retention).
    """

    dedupe_key = models.CharField(max_length=120, unique=True)
    to = models.EmailField()
    subject = models.CharField(max_length=200)
    body = models.TextField(blank=True)
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


class Heartbeat(models.Model):
    """When the background worker was last heard."""

    name = models.CharField(max_length=40, unique=True)
    heard_at = models.DateTimeField()

    def __str__(self):
        return f"{self.name} at {self.heard_at:%H:%M:%S}"
