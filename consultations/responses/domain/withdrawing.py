from django.db import transaction

from consultations.responses.models import Response
from consultations.responses.signals import response_withdrawn
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
    record(
        action="response.withdrawn",
        subjects=[f"response:{locked.pk}"],
        at=at,
        consultation_id=locked.consultation_id,
    )
    response_withdrawn.send(sender=Response, response=locked, at=at)
    return locked
