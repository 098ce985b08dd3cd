from django import forms
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index

from consultations.enums import Level, PublicationMode, Scale, Stage
from consultations.signals import saving_in_public
from pages.models import PublicPage

from .fairness import Fairness
from .handling import Handling
from .keeping import Keeping
from .lists import CLOSES_SOON, ConsultationQuerySet
from .origins import WithOrigins

RESERVED_SLUGS = {"respond", "views", "outcome", "actions", "changes", "moderation", "report"}
TAKEN_SLUGS = {"forward-plan", "moderation-policy"}  # beside the consultations themselves
TEXT = ["bold", "italic", "link", "ul", "ol"]


class ConsultationIndexPage(PublicPage):
    """The list of every consultation: open first, answered last."""

    parent_page_types = ["pages.HomePage"]
    subpage_types = ["consultations.ConsultationPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = "list of consultations"

    def boundaries(self):
        """When something on it opens, begins to close soon, or closes."""
        moments = ConsultationPage.objects.child_of(self).live()
        return [
            moment
            for opens_at, closes_at in moments.values_list("opens_at", "closes_at")
            for moment in (opens_at, closes_at and closes_at - CLOSES_SOON, closes_at)
        ]

    def get_context(self, request, *args, **kwargs):
        from consultations.views import listing  # noqa: PLC0415 -- views stand on models

        return super().get_context(request, *args, **kwargs) | listing(self, request=request)


class ConsultationPage(Fairness, Handling, Keeping, WithOrigins, PublicPage):
    """One exercise in asking people: what is asked, by when, who decides and what can still change.

    `analysis_signed_off_at` and `answered_at` are facts recorded by later stages through
    `consultations.domain.stages`; with the clock they give the stage.
    """

    introduction = RichTextField(blank=True, features=TEXT)
    scale = models.CharField(max_length=20, choices=Scale, default=Scale.CONSULTATION)
    level = models.PositiveSmallIntegerField(choices=Level, default=Level.CONSULTATION)
    opens_at = models.DateTimeField("opens")
    closes_at = models.DateTimeField(
        "closes", null=True, blank=True, help_text="Leave empty when it never closes."
    )
    decision_on = models.DateField("decision date", null=True, blank=True)
    reply_by = models.DateField(
        "report promised by", null=True, blank=True, help_text="When people will hear back."
    )
    open_to_change = models.TextField(blank=True, help_text="One point a line.")
    fixed = models.TextField(blank=True, help_text="What cannot change. One point a line.")
    decided = models.TextField("already decided", blank=True, help_text="One point a line.")
    rejected_options = models.TextField(
        "options rejected, and why", blank=True, help_text="One option a line, with its reason."
    )
    contact_name = models.CharField(max_length=120, blank=True)
    contact_email = models.EmailField(blank=True)
    contact_phone = models.CharField(max_length=40, blank=True)
    other_ways = RichTextField("other ways to take part", blank=True, features=TEXT)
    publication_mode = models.CharField(
        max_length=20, choices=PublicationMode, default=PublicationMode.AFTER_CLOSE
    )
    show_counts = models.BooleanField(
        "show figures while open",
        default=False,
        help_text="Otherwise only the number of responses so far is shown until it closes.",
    )
    is_sample = models.BooleanField(default=False, editable=False)
    analysis_signed_off_at = models.DateTimeField(null=True, editable=False)
    answered_at = models.DateTimeField(null=True, editable=False)

    objects = PageManager.from_queryset(ConsultationQuerySet)()

    parent_page_types = ["consultations.ConsultationIndexPage"]
    recorded_fields = ("is_sample", "analysis_signed_off_at", "answered_at")
    exclude_fields_in_copy = list(recorded_fields)

    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("introduction"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
                FieldRowPanel([FieldPanel("scale"), FieldPanel("level")]),
                WithOrigins.area_panel,
                FieldPanel("show_in_forward_plan"),
            ],
            "When, where, and how far it goes",
        ),
        MultiFieldPanel(
            [
                FieldPanel("decision_maker", widget=forms.Select),
                FieldRowPanel([FieldPanel("decision_on"), FieldPanel("reply_by")]),
                FieldPanel("open_to_change"),
                FieldPanel("fixed"),
                FieldPanel("decided"),
                FieldPanel("rejected_options"),
            ],
            "The promise",
        ),
        *Fairness.fairness_panels,
        *Handling.handling_panels,
        MultiFieldPanel(
            [
                FieldPanel("contact_name"),
                FieldRowPanel([FieldPanel("contact_email"), FieldPanel("contact_phone")]),
                FieldPanel("other_ways"),
            ],
            "Contact",
        ),
        MultiFieldPanel(
            [FieldPanel("publication_mode"), FieldPanel("show_counts")], "What is shown, and when"
        ),
        *Keeping.keeping_panels,
        *WithOrigins.origin_panels,
    ]
    found_as = "Consultations"
    found_at = 10
    search_fields = [
        *PublicPage.search_fields,
        index.SearchField("introduction"),
    ]

    class Meta:
        verbose_name = "consultation"
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_at__isnull=True) | Q(closes_at__gt=F("opens_at")),
                name="consultation_closes_after_it_opens",
            )
        ]

    def clean(self):
        super().clean()
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            raise ValidationError({"closes_at": "Choose a closing time after the opening time."})
        if self.slug in TAKEN_SLUGS:
            raise ValidationError({"slug": f"“{self.slug}” is kept for the site itself."})

    def found_note(self):
        return self.stage.label

    def boundaries(self):
        return [self.opens_at, self.closes_at]

    @transaction.atomic
    def save(self, *args, update_fields=None, **kwargs):
        """Save, with the facts on record as they stand: no revision or stale copy unsays them.

        Raises DutiesNotMet where it would go public, or change in public, with a duty unmet.
        """
        before = None
        if self._state.adding:
            self.has_unpublished_changes |= self.live
            self.live = False  # it begins as a draft, a copy too
        else:
            before = ConsultationPage.objects.get(pk=self.pk)
            for name in self.recorded_fields:
                setattr(self, name, getattr(before, name))
            if before.live:
                self.keep_as_told(before)
        if self.live and self._writes_words(update_fields):
            saving_in_public.send(sender=ConsultationPage, consultation=self, before=before)
        return super().save(*args, update_fields=update_fields, **kwargs)

    def _writes_words(self, update_fields):
        """Whether more is written than notes of Wagtail's, such as which revision is the latest."""
        own = {field.name for field in ConsultationPage._meta.local_fields}
        return update_fields is None or not own.isdisjoint(update_fields) or "live" in update_fields

    def stage_at(self, now):
        """The stage at this moment. It opens at `opens_at` and is closed from `closes_at` on."""
        if self.answered_at and self.answered_at <= now:
            return Stage.ANSWERED
        if now < self.opens_at:
            return Stage.PLANNED
        if self.closes_at is None or now < self.closes_at:
            return Stage.OPEN
        return Stage.ANALYSED if self.analysis_signed_off_at else Stage.CLOSED

    @property
    def stage(self):
        return self.stage_at(timezone.now())

    @property
    def is_open(self):
        return self.stage == Stage.OPEN

    def lines_of(self, name):
        """A field of one point a line, as a list."""
        return [line.strip() for line in getattr(self, name).splitlines() if line.strip()]

    @property
    def open_points(self):
        return self.lines_of("open_to_change")

    @property
    def fixed_points(self):
        return self.lines_of("fixed")

    @property
    def decided_points(self):
        return self.lines_of("decided")

    @property
    def rejected_points(self):
        return self.lines_of("rejected_options")
