from django.db import models


class Role(models.TextChoices):
    """The groups of Settings → Groups; their names are what administrators see."""

    ENGAGEMENT_OFFICER = "Engagement officers"
    EVENTS_EDITOR = "Events editors"
    TOOLKIT_EDITOR = "Toolkit editors"
    BOARD_MEMBER = "Board members"
    BOARD_CHAIR = "Board chairs"
    OUTSIDE_READER = "Readers outside the Board"
    ANALYST = "Analysts"
    GRANTS_OFFICER = "Grants and commissioning officers"
    DISPUTE_HANDLER = "Dispute handlers"
    WEB_ADMINISTRATOR = "Web administrators"


class AreaKind(models.TextChoices):
    """What an area is: all of it, the ground of one Community Forum, or a ward."""

    BOROUGH = "borough", "The borough"
    FORUM = "forum", "Community Forum area"
    WARD = "ward", "Ward"


class InterestKind(models.TextChoices):
    """What ties somebody to an organisation."""

    SITS = "sits", "Sits on its board or committee"
    WORKS = "works", "Works or volunteers for it"
    PAID = "paid", "Is paid or funded by it"
    FAMILY = "family", "Somebody close is part of it"
    OTHER = "other", "Another tie"
