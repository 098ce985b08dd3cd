"""Taking a response back, or only who sent it."""

from django.db import transaction

from consultations.domain.stages import accepts_responses
from consultations.responses.domain.sending import NotOpen
from consultations.responses.models import Respondent, Response
from consultations.responses.signals import response_withdrawn
from delivery.domain.outbox import empty_letters
from pages.caching import pages_changed
from records.domain.log import record


@transaction.atomic
def withdraw(*, response, at):
    """Take a response back at its author's wish: no longer counted, no longer shown.

    Its row stays, so that received = counted + withdrawn + not a response. Withdrawing twice
    changes nothing the second time.
    """
    locked = Response.objects.select_for_update().get(pk=response.pk)
    if locked.withdrawn_at is not None:
        return locked
    locked.withdrawn_at = at
    locked.save(update_fields=["withdrawn_at"])
    _note("response.withdrawn", locked, at)
    response_withdrawn.send(sender=Response, response=locked, at=at)
    return locked


@transaction.atomic
def withdraw_before_closing(*, response, at):
    """What an author can do alone. Raises NotOpen once it has closed: figures may be public."""
    if not accepts_responses(response.consultation, received_at=at):
        raise NotOpen
    return withdraw(response=response, at=at)


@transaction.atomic
def forget_details(*, response, at):
    """Delete the author's name and address and the letters to them; what they said stays.

    It can be done at any time, and is never undone. The reference and its code go on working.
    """
    locked = Response.objects.select_for_update().get(pk=response.pk)
    deleted, _ = Respondent.objects.filter(response=locked).delete()
    empty_letters(prefix=letters_of(locked), at=at)
    if deleted:
        _note("response.details_deleted", locked, at)
        pages_changed()


def letters_of(response):
    """How the keys of all letters about this response begin."""
    return f"response-{response.reference}-"


def _note(action, response, at):
    record(
        action=action,
        subjects=[f"response:{response.pk}"],
        at=at,
        consultation_id=response.consultation_id,
    )
