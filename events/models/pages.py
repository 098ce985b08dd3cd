from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageManager, PageQuerySet

from events.enums import EventKind, EventStatus
from pages.blocks import BodyBlock
from pages.models import PublicPage


class EventIndexPage(PublicPage):
    """The list of events: today's and those to come, and behind a link those that are over."""

    parent_page_types = ["pages.HomePage"]
    subpage_types = ["events.EventPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = "list of events"
        verbose_name_plural = "lists of events"

    def boundaries(self):
        """When the events of the next day start and end; what is later comes after midnight."""
        now = timezone.now()
        near = (
            EventPage.objects.child_of(self)
            .live()
            .filter(starts_at__lt=now + timedelta(hours=25), ends_at__gt=now)
        )
        return [moment for pair in near.values_list("starts_at", "ends_at") for moment in pair]

    def get_context(self, request, *args, **kwargs):
        from events.views import listing  # noqa: PLC0415 -- thin method

        return super().get_context(request, *args, **kwargs) | listing(self, request=request)


class EventQuerySet(PageQuerySet):
    def listed(self):
        """Without those behind a password or a group, and without the text that no list shows."""
        return self.live().public().defer_streamfields()

    def going_ahead(self):
        return self.filter(status__in=EventStatus.going_ahead())


class EventPage(PublicPage):
    """Something to come to. A cancelled event keeps its page and its place in the list."""

    kind = models.CharField(max_length=20, choices=EventKind, default=EventKind.TRAINING)
    starts_at = models.DateTimeField("starts", help_text="London time.")
    ends_at = models.DateTimeField("ends", help_text="London time. It may be on a later day.")
    venue_name = models.CharField("venue", max_length=120, blank=True)
    venue_address = models.CharField("address", max_length=200, blank=True)
    venue_access = models.TextField(
        "getting in and around",
        blank=True,
        help_text="What a disabled person needs to know before setting out: steps, lift, hearing "
        "loop, toilets, parking, a quiet room. Say also what there is not.",
    )
    online_url = models.URLField(
        "link to join online", blank=True, help_text="Everyone who reads the page will see it."
    )
    audience = models.CharField(
        "who it is for", max_length=200, blank=True, help_text="For example “Anyone may come”."
    )
    cost = models.CharField(max_length=120, default="Free")
    places = models.PositiveIntegerField(
        null=True, blank=True, help_text="Leave empty where the number is not limited."
    )
    how_to_book = RichTextField(
        blank=True,
        features=["bold", "link"],
        help_text="For example “Just come along.” or whom to write to, and by when.",
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name="what will happen")
    status = models.CharField(
        max_length=20,
        choices=EventStatus,
        default=EventStatus.SCHEDULED,
        help_text="Do not delete an event that is called off: people who meant to come look here.",
    )
    previous_starts_at = models.DateTimeField(
        "first planned for", null=True, blank=True, help_text="Only for an event with a new date."
    )

    objects = PageManager.from_queryset(EventQuerySet)()

    parent_page_types = ["events.EventIndexPage"]
    subpage_types = []
    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("kind"),
                FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
                FieldPanel("summary"),
            ],
            "What and when",
        ),
        MultiFieldPanel(
            [
                FieldPanel("venue_name"),
                FieldPanel("venue_address"),
                FieldPanel("venue_access"),
                FieldPanel("online_url"),
            ],
            "Where",
        ),
        MultiFieldPanel(
            [
                FieldPanel("audience"),
                FieldRowPanel([FieldPanel("cost"), FieldPanel("places")]),
                FieldPanel("how_to_book"),
            ],
            "Coming along",
        ),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("status"), FieldPanel("previous_starts_at")], "If something changes"
        ),
    ]

    class Meta:
        verbose_name = "event"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="event_ends_after_it_starts",
            )
        ]

    def boundaries(self):
        return [self.starts_at, self.ends_at]

    def clean(self):
        super().clean()
        errors = {}
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            errors["ends_at"] = "The event must end after it starts."
        if self.status == EventStatus.RESCHEDULED and not self.previous_starts_at:
            errors["previous_starts_at"] = "Say when the event was first planned for."
        if errors:
            raise ValidationError(errors)

    @property
    def is_off(self):
        return self.status not in EventStatus.going_ahead()
