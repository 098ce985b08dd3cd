from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import model_from_serializable_data
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from events.enums import EventStatus

from .editing import FoldedPanel, StatusSelect
from .lists import SessionQuerySet
from .venues import Venue


class EventSession(Orderable):
    """One occasion on which an event takes place. Most events have one, a series has several.

    It is written only with its event, by `EventPage.save()`: that keeps `uid` for good, raises
    `sequence` with every change, keeps the date it was first planned for, and turns the removal of
    a published session into its cancellation. So another table may point at it.
    """

    event = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="sessions")
    starts_at = models.DateTimeField("starts", help_text="London time.")
    ends_at = models.DateTimeField("ends", help_text="London time. It may be on a later day.")
    venue = models.ForeignKey(
        Venue,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="sessions",
        help_text="Leave empty for an event that is only online.",
    )
    online_url = models.URLField(
        "link to join online", blank=True, help_text="Everyone who reads the page will see it."
    )
    places = models.PositiveIntegerField(
        null=True, blank=True, help_text="Leave empty where the number is not limited."
    )
    status = models.CharField(max_length=20, choices=EventStatus, default=EventStatus.SCHEDULED)
    is_full = models.BooleanField(
        "no places left",
        default=False,
        help_text="Only where places are not booked on this site, which counts them by itself.",
    )
    previous_starts_at = models.DateTimeField(
        "first planned for", null=True, blank=True, editable=False
    )
    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(null=True, editable=False)

    objects = SessionQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
        FieldRowPanel([FieldPanel("venue"), FieldPanel("places")]),
        FoldedPanel(
            [
                FieldPanel("online_url"),
                FieldRowPanel([FieldPanel("status", widget=StatusSelect), FieldPanel("is_full")]),
            ],
            "Online, called off or full",
        ),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "session"
        indexes = [
            models.Index(fields=["starts_at"], name="event_session_starts"),
            models.Index(fields=["ends_at"], name="event_session_ends"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="event_session_ends_after_it_starts",
            )
        ]

    def __str__(self):
        return f"{self.event}, {self.starts_at:%d %B %Y %H:%M}"

    def clean(self):
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": "It must end after it starts."})

    @classmethod
    def from_serializable_data(cls, data, *args, **kwargs):
        """Read a revision, even one that names a venue which was deleted since."""
        named = data.get("venue")
        if named is not None and not Venue.objects.filter(pk=named).exists():
            data = {**data, "venue": None}
        return model_from_serializable_data(cls, data, *args, **kwargs)

    @property
    def is_off(self):
        return self.status not in EventStatus.going_ahead()
