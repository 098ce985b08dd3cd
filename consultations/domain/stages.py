"""What later stages put on record about a consultation, and what may be shown at a stage."""

from django.db import transaction

from consultations.enums import PublicationMode, Stage
from consultations.models import ConsultationPage
from pages.caching import pages_changed


@transaction.atomic
def record_analysis_signed_off(*, consultation, at):
    """Note once that the analysis was signed off; a later call changes nothing."""
    ConsultationPage.objects.filter(pk=consultation.pk, analysis_signed_off_at__isnull=True).update(
        analysis_signed_off_at=at
    )
    consultation.refresh_from_db(fields=["analysis_signed_off_at"])
    pages_changed()


@transaction.atomic
def record_answered(*, consultation, at):
    """Note once that the council has answered; a later call changes nothing."""
    ConsultationPage.objects.filter(pk=consultation.pk, answered_at__isnull=True).update(
        answered_at=at
    )
    consultation.refresh_from_db(fields=["answered_at"])
    pages_changed()


def accepts_responses(consultation, *, received_at):
    """Half open: from the moment it opens up to, not including, the moment it closes."""
    return consultation.stage_at(received_at) == Stage.OPEN


def comments_are_public(consultation, *, now):
    """Whether the public may read checked comments at this moment."""
    mode = consultation.publication_mode
    if mode == PublicationMode.DURING:
        return now >= consultation.opens_at
    if mode == PublicationMode.AFTER_CLOSE:
        return _is_over(consultation, now)
    return False


def figures_are_public(consultation, *, now):
    """Whether figures beyond the number of responses may be shown at this moment."""
    if now < consultation.opens_at:
        return False
    return _is_over(consultation, now) or consultation.show_counts


def _is_over(consultation, now):
    """One without a closing date is over once it has been answered."""
    return consultation.stage_at(now) not in (Stage.PLANNED, Stage.OPEN)
