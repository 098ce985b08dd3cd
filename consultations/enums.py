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


class DecisionMakerKind(models.TextChoices):
    """Who it is that decides in the end."""

    CABINET = "cabinet", "The Cabinet or a committee of councillors"
    PORTFOLIO_HOLDER = "portfolio_holder", "One councillor with a portfolio"
    OFFICER = "officer", "An officer with delegated powers"
    BOARD = "board", "The Board of a partnership"
    OTHER = "other", "Somebody else"


class StakeholderKind(models.TextChoices):
    """Who has to be heard where a service may be cut: the Best Value statutory guidance."""

    TAX_PAYERS = "tax_payers", "People who pay council tax"
    RATE_PAYERS = "rate_payers", "Businesses that pay rates"
    USERS = "users", "People who use the service"
    INTERESTED = "interested", "Voluntary and community groups, and others with an interest"


class Standing(models.IntegerChoices):
    """The parts of the list of consultations, in their order: the stages, with those that close
    soon set before the others that are open."""

    CLOSING = 0, "Closing soon"
    OPEN = 1, "Open now"
    PLANNED = 2, "Opening soon"
    CLOSED = 3, "Closed, being read"
    ANALYSED = 4, "Closed, reported"
    ANSWERED = 5, "Answered"

    @property
    def slug(self):
        return self.name.lower()
