from django.db import models


class Level(models.IntegerChoices):
    """How much say people have: the five levels of the Board's principles of engagement."""

    INFORMATION = 1, "Information"
    CONSULTATION = 2, "Consultation"
    DELIBERATION = 3, "Deliberation"
    COLLABORATION = 4, "Collaboration"
    PARTNERSHIP = 5, "Partnership"


class CostBand(models.TextChoices):
    """What a method costs besides the time of staff, in bands that a plan can rely on."""

    A = "A", "up to £250"
    B = "B", "£250 to £2,000"
    C = "C", "£2,000 to £10,000"
    D = "D", "£10,000 to £40,000"
    E = "E", "over £40,000"


class Side(models.TextChoices):
    """Who promises what an undertaking of a code says."""

    PUBLIC = "public", "Public bodies"
    SECTOR = "sector", "Voluntary, community and faith groups"
    BOTH = "both", "Both together"


class DisputeState(models.TextChoices):
    RECEIVED = "received", "Received"
    LOOKED_INTO = "looked", "Being looked into"
    ANSWERED = "answered", "Answered"


class PrincipleStage(models.TextChoices):
    """The three stages into which the Board has put its principles of engagement."""

    PLANNING = "planning", "Planning"
    ENGAGEMENT = "engagement", "Engagement"
    EVALUATION = "evaluation", "Evaluation and feedback"


class Kept(models.TextChoices):
    YES = "yes", "Kept"
    PARTLY = "partly", "Kept in part"
    NO = "no", "Not kept"
    OPEN = "open", "Not known yet"
