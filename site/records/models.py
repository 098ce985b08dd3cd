from django.conf import settings
from django.db import models


class LogEntryQuerySet(models.QuerySet):
    """The only way to old entries is the one retention has: `LogEntry._base_manager`."""

    def update(self, **values):
        raise TypeError("Log entries are never changed.")

    def delete(self):
        raise TypeError("Log entries are never deleted.")

    delete.queryset_only = True


class LogChain(models.Model):
    """How long the log of one consultation is (0 stands for all else), and its newest seal.

    Kept by `record` in the statement that locks it.
    """

    consultation_id = models.BigIntegerField(primary_key=True)
    length = models.PositiveBigIntegerField()
    seal = models.CharField(max_length=64)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"Log of {self.consultation_id}: {self.length} entries"


class LogEntry(models.Model):
    """One thing that happened, for good. Holds ids and codes, never anybody's words.

    Rows are only ever added: the model refuses to change or delete one, and so do triggers in the
    database. `number` counts from 1 in each chain; all entries written at once share a `seal`,
    which is made of theirs and of the seal before (`records.domain.sealing`). `by` keeps its number
    when the account goes.
    """

    at = models.DateTimeField(db_index=True)
    action = models.CharField(max_length=60, db_index=True)
    subject = models.CharField(max_length=80, db_index=True)
    consultation_id = models.BigIntegerField(null=True, blank=True, db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
    )
    reason = models.CharField(max_length=60, blank=True)
    chain = models.BigIntegerField()
    number = models.PositiveBigIntegerField()
    seal = models.CharField(max_length=64)

    objects = LogEntryQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "log entries"
        constraints = [
            models.UniqueConstraint("chain", "number", name="log_entry_number_once_a_chain")
        ]

    def __str__(self):
        return f"{self.at:%d %b %Y %H:%M} {self.action} {self.subject}"

    def save(self, *args, **kwargs):
        if self.pk is not None:
            raise TypeError("A log entry is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("A log entry is never deleted.")
