from django.db import models


class EventKind(models.TextChoices):
    TRAINING = "training", "Training"
    FORUM = "forum", "Community Forum"
    DROP_IN = "drop-in", "Drop-in"
    MEETING = "meeting", "Meeting"
    NETWORKING = "networking", "Networking"


class Audience(models.TextChoices):
    """Whom an event is open to, as lists filter by it."""

    ANYONE = "anyone", "Anyone"
    GROUPS = "groups", "Voluntary, community and faith groups"
    OFFICERS = "officers", "Council officers"
    PARTNERS = "partners", "Groups and public bodies together"
    YOUNG = "young", "Young people"


class Repeats(models.TextChoices):
    """How a series goes on; its exceptions are said day by day."""

    WEEKLY = "weekly", "Every week"
    FORTNIGHTLY = "fortnightly", "Every two weeks"
    MONTHLY = "monthly", "Every month, on the same weekday (such as the second Tuesday)"


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
    """The part of the list that a session is in: always exactly one."""

    TODAY = "today", "Today"
    WEEK = "week", "This week"
    COMING = "coming", "Coming"
    PAST = "past", "Past"


class Progress(models.TextChoices):
    """How far an event has got, by the clock alone."""

    BEFORE = "before", "To come"
    DURING = "during", "On now"
    AFTER = "after", "Over"
