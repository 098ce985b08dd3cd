from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    PageChooserPanel,
)
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageManager
from wagtail.search import index

from events.enums import Audience, EventKind, EventStatus
from pages.blocks import BodyBlock
from pages.models import PublicPage

from .booking_terms import BOOKING_PANELS
from .editing import EventForm
from .lists import EventQuerySet
from .sessions import EventSession
from .settling import settle


class EventIndexPage(PublicPage):
    """The list of events: today's and those to come, and behind a link those that are over."""

    parent_page_types = ["pages.HomePage"]
    subpage_types = ["events.EventPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = "list of events"
        verbose_name_plural = "lists of events"

    def boundaries(self):
        """When sessions of the next day start and end; what is later comes after midnight."""
        now = timezone.now()
        near = EventSession.objects.filter(
            event__in=EventPage.objects.child_of(self).live()
        ).filter(starts_at__lt=now + timedelta(hours=25), ends_at__gt=now)
        return [moment for pair in near.values_list("starts_at", "ends_at") for moment in pair]

    def get_context(self, request, *args, **kwargs):
        from events.views.lists import listing  # noqa: PLC0415 -- views stand on models

        return super().get_context(request, *args, **kwargs) | listing(self, request=request)


class PublishedEventKept(Exception):
    """An event that was published is cancelled or unpublished, and never deleted."""

    def __init__(self, event):
        super().__init__(
            f"“{event.title}” has been published, so it is not deleted: people who meant to come "
            "look for it. Cancel it instead."
        )


class EventPage(PublicPage):
    """Something to come to, on one day or on several. A cancelled event keeps its page.

    When it starts and ends, and how it stands, follow from its sessions and are never typed.
    """

    kind = models.CharField("type", max_length=20, choices=EventKind, default=EventKind.TRAINING)
    starts_at = models.DateTimeField("starts", null=True, editable=False)
    ends_at = models.DateTimeField("ends", null=True, editable=False)
    status = models.CharField(
        max_length=20, choices=EventStatus, default=EventStatus.SCHEDULED, editable=False
    )
    booking_closes_at = models.DateTimeField(
        "booking closes",
        null=True,
        blank=True,
        help_text="London time. Leave empty where people can book until it starts, or just come.",
    )
    about = RichTextField(
        "what it is about",
        blank=True,
        features=["bold", "link", "ul"],
        help_text="One paragraph is enough.",
    )
    open_to = models.CharField(
        max_length=20, choices=Audience, default=Audience.ANYONE, help_text="Lists filter by it."
    )
    audience = models.CharField(
        "who it is for",
        max_length=200,
        blank=True,
        help_text="In your own words: “Small groups without paid staff.”",
    )
    cost = models.CharField(
        max_length=120,
        blank=True,
        help_text="Leave empty if it is free for everybody: lists filter by it.",
    )
    how_to_book = RichTextField(
        blank=True,
        features=["bold", "link"],
        help_text="For example “Just come along.” or whom to write to.",
    )
    schedule = models.TextField(
        blank=True, help_text="One line each: “10am Welcome and tea”. The same for every session."
    )
    consultation = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The consultation that this event is part of.",
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name="more to read")
    change_note = models.CharField(
        "what has changed",
        max_length=255,
        blank=True,
        help_text="Shown beside “Cancelled”, “Postponed” or “New date”: why, and what comes next.",
    )

    objects = PageManager.from_queryset(EventQuerySet)()

    parent_page_types = ["events.EventIndexPage"]
    subpage_types = []
    content_panels = [
        *Page.content_panels,
        FieldPanel("kind"),
        InlinePanel("sessions", heading="When and where", label="session", min_num=1),
        FieldPanel("booking_closes_at"),
        FieldPanel("about"),
        *BOOKING_PANELS,
        MultiFieldPanel(
            [
                FieldPanel("summary"),
                FieldRowPanel([FieldPanel("open_to"), FieldPanel("audience")]),
                FieldPanel("cost"),
                FieldPanel("how_to_book"),
                FieldPanel("schedule"),
                PageChooserPanel("consultation", "consultations.ConsultationPage"),
                FieldPanel("change_note"),
            ],
            "More",
            classname="collapsed",
        ),
        InlinePanel("documents", heading="Documents", label="document", classname="collapsed"),
        InlinePanel(
            "related_pages",
            heading="Compact codes and other pages",
            label="page",
            classname="collapsed",
        ),
        FieldPanel("body", classname="collapsed"),
    ]

    base_form_class = EventForm
    found_as = "Events"
    found_at = 40
    search_fields = [
        *PublicPage.search_fields,
        *(index.SearchField(name) for name in ("about", "audience", "body")),
    ]

    class Meta:
        verbose_name = "event"
        indexes = [models.Index(fields=["starts_at", "ends_at"], name="event_starts_and_ends")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="event_ends_after_it_starts",
            )
        ]

    def found_note(self):
        if not self.starts_at:
            return ""
        day = timezone.localdate(self.starts_at)
        return f"{day:%A} {day.day} {day:%B %Y}"

    def save(self, *args, **kwargs):
        if kwargs.get("update_fields") is not None:
            return super().save(*args, **kwargs)
        with transaction.atomic():
            list(Page.objects.select_for_update().filter(pk=self.pk).values_list("pk"))
            settle(self, now=timezone.now())
            if self.live:
                self._check_sessions()
            return super().save(*args, **kwargs)

    def save_revision(self, *args, **kwargs):
        settle(self, now=timezone.now())
        return super().save_revision(*args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        from events.views.showing import showing  # noqa: PLC0415 -- views stand on models

        return super().get_context(request, *args, **kwargs) | {"shown": showing(self)}

    def boundaries(self):
        """When its sessions start and end, and when it can no longer be booked."""
        sessions = self.sessions.all()
        moments = [moment for each in sessions for moment in (each.starts_at, each.ends_at)]
        return [*moments, self.booking_closes_at]

    def _check_sessions(self):
        """Refuse to be live without a date. A form checks this and its rows by itself."""
        sessions = self.sessions.get_object_list()
        if not sessions:
            raise ValidationError("Give the event a date.")
        for session in sessions:
            session.clean()

    @property
    def is_off(self):
        return self.status not in EventStatus.going_ahead()
