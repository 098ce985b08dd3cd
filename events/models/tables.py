"""What was said at an event, table by table, as whoever led the talk wrote it down."""

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q


class EventTable(models.Model):
    """People who talked together at one session: one group with its number of people.

    Handed over to the consultation it becomes one response, whose `reference` stays here; from then
    on nothing about it changes. `key_hash` makes one form one table; `version` counts each change,
    so that two editors do not overwrite one another. `led_by` and the notes go with the bookings.
    """

    session = models.ForeignKey(
        "events.EventSession", on_delete=models.PROTECT, related_name="tables"
    )
    key_hash = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=80)
    headcount = models.PositiveIntegerField(validators=[MinValueValidator(1)])
    who = models.CharField(max_length=200, blank=True)
    led_by = models.CharField(max_length=120, blank=True)
    may_be_shown = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    written_at = models.DateTimeField()
    reference = models.CharField(max_length=12, blank=True)
    handed_over_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    handed_over_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(headcount__gte=1), name="event_table_of_people"),
            models.CheckConstraint(
                condition=Q(reference="", handed_over_at__isnull=True)
                | (~Q(reference="") & Q(handed_over_at__isnull=False)),
                name="event_table_handed_over_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["reference"], condition=~Q(reference=""), name="event_table_one_response"
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def is_handed_over(self):
        return bool(self.reference)


class TableNote(models.Model):
    """What one table said about one thing: a section, or without a page the whole consultation."""

    table = models.ForeignKey(EventTable, on_delete=models.CASCADE, related_name="notes")
    about = models.ForeignKey(
        "wagtailcore.Page", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    agreed = models.TextField(blank=True)
    most = models.TextField(blank=True)
    some = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(agreed="", most="", some=""), name="table_note_says_something"
            ),
        ]

    def __str__(self):
        return f"What {self.table} said"
