"""What people thought of the form, asked after they sent it."""

from django.db import transaction
from django.db.models import Count

from consultations.responses.enums import Ease
from consultations.responses.models import ProcessFeedback


@transaction.atomic
def give_feedback(*, consultation, ease="", words=""):
    """Keep it without a date, and without anything that leads to a response."""
    return ProcessFeedback.objects.create(consultation=consultation, ease=ease, words=words)


def ease_of(consultation):
    """(answer, how many) for each answer about how easy it was, in their order."""
    rows = ProcessFeedback.objects.filter(consultation=consultation).exclude(ease="")
    counts = dict(rows.order_by().values_list("ease").annotate(Count("pk")))
    return [(ease, counts.get(ease.value, 0)) for ease in Ease]
