from django.db import models


class EventKind(models.TextChoices):
    TRAINING = "training", "Training"
    FORUM = "forum", "Community Forum"
    DROP_IN = "drop-in", "Drop-in"
    MEETING = "meeting", "Meeting"
    NETWORKING = "networking", "Networking"


class EventStatus(models.TextChoices):
    """Whether an event goes ahead; the words are those of its tag."""

    SCHEDULED = "scheduled", "Going ahead"
    RESCHEDULED = "rescheduled", "New date"
    POSTPONED = "postponed", "Postponed"
    CANCELLED = "cancelled", "Cancelled"

    @classmethod
    def going_ahead(cls):
        return (cls.SCHEDULED, cls.RESCHEDULED)


class When(models.TextChoices):
    """The list that an event is in: always exactly one."""

    PAST = "past", "Past"
    TODAY = "today", "Today"
    COMING = "coming", "Coming"


class Progress(models.TextChoices):
    """How far an event has got, by the clock alone."""

    BEFORE = "before", "To come"
    DURING = "during", "On now"
    AFTER = "after", "Over"
