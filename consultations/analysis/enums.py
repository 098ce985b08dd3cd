"""What is tallied, and who was heard."""

from django.db import models

RESPONSES = "responses"
COMMENTS = "comments"
SHOWN = "shown"


def stance_measure(stance):
    return f"stance:{stance}"


class Slice(models.TextChoices):
    """By what a baseline divides those who could answer."""

    AREA = "area", "Area"
    KIND = "kind", "Kind of organisation"
    GROUP = "group", "Group of people"


class Presence(models.TextChoices):
    """How far some people are among those who answered, beside a baseline."""

    TOO_LITTLE = "too_little", "Heard too little"
    NOT_SHOWN = "not_shown", "Not shown"
    TOO_FEW = "too_few", "Too few to say"
    AS_EXPECTED = "as_expected", "About as expected"
    MORE = "more", "Heard more than expected"
