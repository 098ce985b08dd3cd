"""Letters of the toolkit, through the outbox. None about a dispute says what it is about."""

import hashlib

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from delivery.domain.outbox import has_had_enough, queue_letter
from delivery.tasks import deliver_soon
from toolkit.domain.disputes import readers_of


class TooManyLetters(Exception):
    """So many people have written to this address within the hour that one more has to wait."""


def queue_message(*, champion, name, email, text, names, now):
    """What somebody writes to a champion; the same message twice in a day goes out once.

    Raises TooManyLetters.
    """
    if has_had_enough(to=champion.email, now=now):
        raise TooManyLetters
    same = hashlib.sha256(f"{champion.pk} {email} {text}".encode()).hexdigest()[:32]
    _queue(
        "message",
        {"champion": champion, "name": name, "email": email, "text": text, "names": names},
        dedupe_key=f"champion-{champion.pk}-{now:%Y%m%d}-{same}",
        to=champion.email,
        subject=f"{names['champion']}: somebody has written to you",
        now=now,
    )


def queue_raised(*, dispute, now):
    """The raiser's receipt, and a call to each handler who may read it."""
    if dispute.email:
        _queue(
            "raised",
            {"dispute": dispute, "link": _address("compact:find_dispute")},
            dedupe_key=f"dispute-{dispute.pk}-raised",
            to=dispute.email,
            subject=f"We have your message {dispute.reference}",
            now=now,
        )
    for handler in readers_of(dispute):
        _queue(
            "waiting",
            {"dispute": dispute, "link": _address("dispute_read", dispute.pk)},
            dedupe_key=f"dispute-{dispute.pk}-waiting-{handler.pk}",
            to=handler.email,
            subject=f"A dispute waits for you: {dispute.reference}",
            now=now,
        )


def queue_moved_on(*, dispute, now):
    if dispute.email:
        _queue(
            "moved_on",
            {"dispute": dispute, "link": _address("compact:find_dispute")},
            dedupe_key=f"dispute-{dispute.pk}-{dispute.state}",
            to=dispute.email,
            subject=f"There is news about {dispute.reference}",
            now=now,
        )


def _queue(letter, context, **fields):
    queue_letter(body=render_to_string(f"emails/toolkit/{letter}.txt", context), **fields)
    deliver_soon()


def _address(name, *args):
    return f"{settings.WAGTAILADMIN_BASE_URL}{reverse(name, args=args)}"
