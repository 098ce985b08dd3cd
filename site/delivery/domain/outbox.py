"""Letters: queued with what they tell of, sent at least once, each with its own dedupe key."""

import hashlib
import time
from dataclasses import dataclass
from datetime import timedelta

from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from delivery.models import OutboxMessage

LEASE = timedelta(minutes=5)
HOUR = timedelta(hours=1)
KEPT = timedelta(days=7)
MOST_AN_HOUR = 5  # of those that anybody can have sent to any address
MOST_TRIES = 10
# A mail server that hangs must not keep the worker from its other work; the next minute goes on.
MOST_SECONDS = 40


@dataclass(frozen=True)
class Attachment:
    name: str
    type: str
    text: str


NOTHING = Attachment("", "", "")


def queue_letter(*, dedupe_key, to, subject, body, attachment=NOTHING, now=None):
    """Put one letter in the outbox; a second call with the same key changes nothing."""
    now = now or timezone.now()
    OutboxMessage.objects.bulk_create(
        [
            OutboxMessage(
                dedupe_key=dedupe_key,
                to=to,
                subject=" ".join(subject.split())[:200],
                body=body,
                attachment=attachment.text,
                attachment_name=attachment.name,
                attachment_type=attachment.type,
                created_at=now,
                next_try_at=now,
            )
        ],
        ignore_conflicts=True,
    )


def has_had_enough(*, to, now):
    """Whether so many letters went to this address within the hour that one more would be a
    nuisance, as it is when somebody else typed it."""
    return OutboxMessage.objects.filter(to=to, created_at__gt=now - HOUR).count() >= MOST_AN_HOUR


def empty_letters(*, prefix, at):
    """Forget to whom and what was written in all letters whose keys begin so; none goes out now."""
    letters = OutboxMessage.objects.filter(dedupe_key__startswith=prefix)
    letters.filter(sent_at__isnull=True).update(given_up_at=at)
    letters.update(to="", body="", attachment="")


def old_letters(at):
    """Letters that ended a week ago and still say to whom and what was written."""
    a_week_ago = at - KEPT
    ended = Q(sent_at__lte=a_week_ago) | Q(given_up_at__lte=a_week_ago)
    return [OutboxMessage.objects.filter(ended).exclude(to="", body="", attachment="")]


def forget_old_letters(*, at):
    """Forget to whom and what was written in them; how many there were.

    That one went out, when, and what it was about stays on record.
    """
    [letters] = old_letters(at)
    return letters.update(to="", body="", attachment="")


def deliver_due(*, now=None, limit=100):
    """Send what is due and return how many went out.

    Each letter is leased before it is sent, so that two workers do not both take it and a worker
    that dies leaves it to be tried again. A lease runs from when its letter is taken: the letters
    before it may have kept a slow mail server busy for longer than a lease lasts.
    """
    sent = 0
    started = time.monotonic()
    due = OutboxMessage.objects.due(now or timezone.now()).values_list("pk", flat=True)
    for pk in list(due[:limit]):
        if time.monotonic() - started > MOST_SECONDS:
            break
        letter = _lease(pk, now or timezone.now())
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
    if letter.attachment:
        message.attach(letter.attachment_name, letter.attachment, letter.attachment_type)
    message.extra_headers["Message-ID"] = _message_id(letter, message.from_email)
    try:
        message.send()
    except Exception as error:  # Whatever is wrong with one letter, the next one still goes.
        letter.last_error = (str(error) or type(error).__name__)[:300]
        if letter.tries >= MOST_TRIES:
            letter.given_up_at = timezone.now()
        letter.save(update_fields=["last_error", "given_up_at"])
        return False
    letter.sent_at = timezone.now()
    letter.save(update_fields=["sent_at"])
    return True


def _message_id(letter, sender):
    """The same at every try, so that a mailbox can tell a second copy."""
    name = hashlib.sha256(letter.dedupe_key.encode()).hexdigest()[:32]
    return f"<{name}@{sender.rpartition('@')[2].strip('> ')}>"
