from django.db import models


class Scale(models.TextChoices):
    """How much is at stake; it decides which duties stand in the way of publishing."""

    CONVERSATION = "conversation", "A conversation"
    CONSULTATION = "consultation", "A consultation"
    STATUTORY = "statutory", "A statutory consultation"


class Level(models.IntegerChoices):
    """The five levels of the Board's *Principles of Community Engagement* (2006)."""

    INFORMATION = 1, "Information"
    CONSULTATION = 2, "Consultation"
    DELIBERATION = 3, "Deliberation"
    COLLABORATION = 4, "Collaboration"
    PARTNERSHIP = 5, "Partnership"


class PublicationMode(models.TextChoices):
    """When the public may read what others said."""

    DURING = "during", "As we go, once checked"
    AFTER_CLOSE = "after_close", "After closing"
    NEVER = "never", "Not at all"


class Stage(models.TextChoices):
    """Where a consultation stands: never typed, always worked out from the clock and the record."""

    PLANNED = "planned", "Opens soon"
    OPEN = "open", "Open"
    CLOSED = "closed", "Closed, being read"
    ANALYSED = "analysed", "Closed, reported"
    ANSWERED = "answered", "Answered"
