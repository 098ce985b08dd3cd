"""Letters: queued with what they tell of, sent at least once, each with its own dedupe key."""

from datetime import timedelta

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from delivery.models import OutboxMessage

LEASE = timedelta(minutes=5)
MOST_TRIES = 10


def queue_letter(*, dedupe_key, to, subject, body, now=None):
    """Put one letter in the outbox; a second call with the same key changes nothing."""
    now = now or timezone.now()
    OutboxMessage.objects.bulk_create(
        [
            OutboxMessage(
                dedupe_key=dedupe_key,
                to=to,
                subject=" ".join(subject.split())[:200],
                body=body,
                created_at=now,
                next_try_at=now,
            )
        ],
        ignore_conflicts=True,
    )


def deliver_due(*, now=None, limit=100):
    """Send what is due and return how many went out.

    Each letter is leased before it is sent, so that two workers do not both take it and a worker
    that dies leaves it to be tried again.
    """
    now = now or timezone.now()
    sent = 0
    for pk in list(OutboxMessage.objects.due(now).values_list("pk", flat=True)[:limit]):
        letter = _lease(pk, now)
        if letter is not None and _send(letter):
            sent += 1
    return sent


@transaction.atomic
def _lease(pk, now):
    letter = OutboxMessage.objects.select_for_update().due(now).filter(pk=pk).first()
    if letter is not None:
        letter.tries += 1
        letter.next_try_at = now + LEASE * letter.tries
        letter.save(update_fields=["tries", "next_try_at"])
    return letter


def _send(letter):
    message = EmailMessage(letter.subject, letter.body, to=[letter.to])
    message.extra_headers["Message-ID"] = f"<{letter.dedupe_key}@sounding-board>"
    try:
        message.send()
    except OSError as error:
        letter.last_error = str(error)[:300]
        if letter.tries >= MOST_TRIES:
            letter.given_up_at = timezone.now()
        letter.save(update_fields=["last_error", "given_up_at"])
        return False
    letter.sent_at = timezone.now()
    letter.save(update_fields=["sent_at"])
    return True
