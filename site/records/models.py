from django.conf import settings
from django.db import models


class LogEntryQuerySet(models.QuerySet):
    """The only way to old entries is the one retention has: `LogEntry._base_manager`."""

    def update(self, **values):
        raise TypeError("Log entries are never changed.")

    def delete(self):
        raise TypeError("Log entries are never deleted.")

    delete.queryset_only = True


class LogEntry(models.Model):
    """One thing that happened, for good. Holds ids and codes, never anybody's words.

    Rows are only ever added: the model refuses to change or delete one.
    """

    at = models.DateTimeField(db_index=True)
    action = models.CharField(max_length=60, db_index=True)
    subject = models.CharField(max_length=80, db_index=True)
    consultation_id = models.BigIntegerField(null=True, blank=True, db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        db_constraint=False,
    )
    reason = models.CharField(max_length=60, blank=True)

    objects = LogEntryQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "log entries"

    def __str__(self):
        return f"{self.at:%d %b %Y %H:%M} {self.action} {self.subject}"

    def save(self, *args, **kwargs):
        if self.pk is not None:
            raise TypeError("A log entry is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("A log entry is never deleted.")
