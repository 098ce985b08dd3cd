"""What an author is told about the council's answer, and about what it changed."""

from django.utils import timezone

from consultations.outcomes.models import OutcomePage
from consultations.responses.domain.trail import Knot

NOT_YET = "This date has passed and nothing is on record yet."


def knots_of(response, comments, now):
    if response.withdrawn_at:
        return []
    consultation = response.consultation
    outcome = OutcomePage.objects.live().child_of(consultation).first()
    if consultation.answered_at and outcome:
        return [
            Knot(
                "answered",
                "done",
                "The council answered",
                "What was asked, what was said and what the council does.",
                at=consultation.answered_at,
                url=outcome.url,
            )
        ]
    promised = consultation.reply_by
    if promised is None:
        text = "No date has been promised."
        return [Knot("answered", "promised", "The council answers", text, when="Later")]
    is_late = promised < timezone.localdate(now)
    text = NOT_YET if is_late else "In public, on the page of the consultation."
    return [Knot("answered", "promised", "The council answers", text, at=promised)]
