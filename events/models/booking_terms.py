"""What an editor says about booking an event: kept apart from the event, which most do without."""

from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from events.enums import Asked, QuestionKind

REMINDER = (
    "We look forward to seeing you. If you cannot come, please cancel: "
    "somebody else may be waiting for your place."
)


def count(name, default, *, least=1, most=1000, **options):
    return models.PositiveSmallIntegerField(
        name,
        default=default,
        validators=[MinValueValidator(least), MaxValueValidator(most)],
        **options,
    )


class BookingTerms(models.Model):
    """The terms on which places are booked on this site. Without such a row nothing is booked."""

    event = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="booking_terms")
    opens_at = models.DateTimeField(
        "booking opens", null=True, blank=True, help_text="London time. Empty: at once."
    )
    most_places = count("most places for one booking", 5, most=50)
    most_places_per_organisation = count(
        "most places for one organisation", None, null=True, blank=True
    )
    most_for_people = count(
        "most places for people who book for themselves",
        None,
        null=True,
        blank=True,
        help_text="All of them together. Empty: as many as there are.",
    )
    most_for_organisations = count(
        "most places for groups and organisations",
        None,
        null=True,
        blank=True,
        help_text="All of them together. Empty: as many as there are.",
    )
    offers_all_dates = models.BooleanField(
        "people can book all coming dates at once",
        default=True,
        help_text="Only where there are several.",
    )
    has_waiting_list = models.BooleanField("keep a waiting list when it is full", default=True)
    hold_hours = count(
        "hours to hold a free place for whoever waited longest",
        24,
        most=336,
        help_text="After that it goes to the next in line.",
    )
    asks_access = models.BooleanField("ask what people need in order to take part", default=True)
    asks_diet = models.BooleanField("ask what people cannot eat", default=False)
    reminder_days = count(
        "days before to send a reminder", 2, least=0, most=30, help_text="0: no reminder."
    )
    reminder_text = models.TextField("words of the reminder", default=REMINDER, blank=True)
    fewest_people = count(
        "fewest people for it to go ahead",
        None,
        null=True,
        blank=True,
        help_text="You are warned from two weeks before. Empty: no warning.",
    )
    gives_certificates = models.BooleanField(
        "those who came can print a certificate of attendance", default=False
    )

    panels = [
        FieldPanel("opens_at"),
        FieldRowPanel([FieldPanel("most_places"), FieldPanel("most_places_per_organisation")]),
        FieldRowPanel([FieldPanel("most_for_people"), FieldPanel("most_for_organisations")]),
        FieldPanel("offers_all_dates"),
        FieldPanel("has_waiting_list"),
        FieldPanel("hold_hours"),
        FieldPanel("asks_access"),
        FieldPanel("asks_diet"),
        FieldPanel("reminder_days"),
        FieldPanel("reminder_text"),
        FieldPanel("fewest_people"),
        FieldPanel("gives_certificates"),
    ]

    class Meta:
        verbose_name = "booking terms"
        verbose_name_plural = "booking terms"
        constraints = [
            models.UniqueConstraint(fields=["event"], name="booking_terms_one_per_event"),
        ]

    def __str__(self):
        return f"Booking terms of {self.event}"


class EventQuestion(Orderable):
    """One of an editor's own questions. Answers keep its words: it may be reworded or removed."""

    event = ParentalKey(
        "events.EventPage", on_delete=models.CASCADE, related_name="booking_questions"
    )
    key = models.UUIDField(default=uuid4, editable=False)
    asked = models.CharField(max_length=20, choices=Asked, default=Asked.BOOKING)
    label = models.CharField("question", max_length=200)
    kind = models.CharField("answered by", max_length=20, choices=QuestionKind)
    choices = models.TextField(
        "answers to choose from", blank=True, help_text="One a line, for “one of several answers”."
    )
    is_required = models.BooleanField("must be answered", default=False)

    panels = [
        FieldRowPanel([FieldPanel("asked"), FieldPanel("kind")]),
        FieldPanel("label"),
        FieldPanel("choices"),
        FieldPanel("is_required"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "question"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=QuestionKind.values), name="event_question_kind"
            )
        ]

    def __str__(self):
        return self.label

    def clean(self):
        super().clean()
        if self.kind == QuestionKind.CHOICE and len(self.answers()) < 2:
            raise ValidationError({"choices": "Write at least two answers, one a line."})

    def answers(self):
        """What there is to choose from; none for a question that is answered in words."""
        if self.kind == QuestionKind.CHOICE:
            lines = [" ".join(line.split()) for line in self.choices.splitlines()]
            return list(dict.fromkeys(line for line in lines if line))
        if self.kind == QuestionKind.YES_NO:
            return ["Yes", "No"]
        return ["1", "2", "3", "4", "5"] if self.kind == QuestionKind.SCALE else []


BOOKING_PANELS = [
    MultiFieldPanel(
        [
            HelpPanel(template="events/admin/bookings_panel.html"),
            InlinePanel("booking_terms", label="terms", max_num=1),
            InlinePanel("booking_questions", label="question"),
        ],
        "Booking on this site",
    )
]
