"""Responses that came another way, typed in by an officer: the same forms, the same send.

What was typed waits in a basket, whose key only the server can make. It counts from when it came,
not from when it was typed. Some of what came on paper is typed a second time by somebody else, who
does not see the first; where the two differ, a person says which is right.
"""

import hashlib
import hmac
import random
import secrets
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from consultations.domain.stages import accepts_responses
from consultations.responses.domain import sending
from consultations.responses.domain.amending import amend, answers_of
from consultations.responses.domain.answers import shown
from consultations.responses.domain.baskets import delete_basket, keep_about_you, keep_comment
from consultations.responses.domain.branching import submitted
from consultations.responses.domain.files import files_of, remove_files
from consultations.responses.domain.references import key_hash
from consultations.responses.enums import Channel
from consultations.responses.models import ChannelEntry, Comment, ResponseDraft, SecondKeying
from records.domain.log import record

SAMPLE = 0.05
lots = random.SystemRandom()


class NotInTime(Exception):
    """It came before the consultation opened or after it closed, or has not come yet."""


class SamePerson(Exception):
    """Whoever typed it first cannot be the second pair of eyes."""


@dataclass(frozen=True)
class Difference:
    """One answer that two people typed differently."""

    question: str
    first: str
    second: str


def key_of(entry):
    """The key of the entry's basket, never stored; it gives its author a code all the same."""
    digest = hmac.new(settings.RECEIPT_KEY.encode(), f"entry:{entry.salt}".encode(), hashlib.sha256)
    return digest.hexdigest()


@transaction.atomic
def start_entry(*, consultation, channel, received_at, headcount=None, by, now, **about_you):
    """Begin to type in what came. Raises NotInTime."""
    if received_at > now or not accepts_responses(consultation, received_at=received_at):
        raise NotInTime
    entry = ChannelEntry(
        consultation=consultation,
        channel=Channel(channel),
        received_at=received_at,
        headcount=headcount,
        salt=secrets.token_hex(16),
        typed_by=by,
        typed_at=now,
    )
    entry.key_hash = key_hash(key_of(entry))
    entry.save()
    basket = ResponseDraft.objects.create(
        key_hash=entry.key_hash, consultation=consultation, started_at=now, changed_at=now
    )
    keep_about_you(basket=basket, now=now, **about_you)
    return entry


def basket_of(entry):
    """What was typed and not sent; None once it is sent."""
    return ResponseDraft.objects.filter(key_hash=entry.key_hash).first()


def type_comment(*, entry, place, version, answers, now):
    return keep_comment(key=key_of(entry), place=place, version=version, answers=answers, now=now)


@transaction.atomic
def send_entry(*, entry, by, now):
    """Send what was typed, once however often it is pressed. Raises NothingToSend or NotOpen."""
    locked = ChannelEntry.objects.select_for_update().get(pk=entry.pk)
    if locked.response_id:
        return locked.response
    locked.response = sending.send(
        key=key_of(locked),
        consultation=locked.consultation,
        received_at=locked.received_at,
        channel=locked.channel,
        headcount=locked.headcount,
    ).response
    is_first = not _on_paper(locked.consultation).filter(response__isnull=False).exists()
    if locked.channel == Channel.PAPER:
        locked.is_sampled = is_first or lots.random() < SAMPLE
    locked.save(update_fields=["response", "is_sampled"])
    _note("response.typed_in", locked, by, now)
    return locked.response


def _on_paper(consultation):
    return ChannelEntry.objects.filter(consultation=consultation, channel=Channel.PAPER)


@transaction.atomic
def discard_entry(*, entry, by, now):
    """Throw away what was typed and not sent, with its files. What was sent stays."""
    locked = ChannelEntry.objects.select_for_update().get(pk=entry.pk)
    if locked.response_id:
        return
    basket = basket_of(locked)
    if basket:
        delete_basket(basket=basket)
    remove_files(files=files_of(locked.key_hash))
    _note("entry.discarded", locked, by, now)
    locked.delete()


@transaction.atomic
def ask_for_second(*, entry, by, now):
    ChannelEntry.objects.filter(pk=entry.pk, response__isnull=False).update(is_sampled=True)
    _note("entry.to_be_typed_again", entry, by, now)


@transaction.atomic
def type_again(*, comment, answers, by, now):
    """Keep a comment as a second person typed it. Raises SamePerson. The first to do so counts."""
    entry = comment.response.entry
    if entry.typed_by_id == by.pk:
        raise SamePerson
    questions = list(comment.questionnaire_version.questions.order_by("position"))
    keying, _ = SecondKeying.objects.get_or_create(
        comment=comment,
        defaults={"by": by, "at": now, "answers": submitted(questions, answers)},
    )
    if not differences(keying):
        SecondKeying.objects.filter(pk=keying.pk).update(is_resolved=True)
    return keying


def differences(keying):
    """Each answer that the two typed differently, as people read it."""
    first = answers_of(keying.comment)
    found = []
    for question in keying.comment.questionnaire_version.questions.order_by("position"):
        one, two = first.get(question.key.hex, ""), keying.answers.get(question.key.hex, "")
        if _bare(one) != _bare(two):
            found.append(Difference(question.label, shown(question, one), shown(question, two)))
    return found


def _bare(value):
    """Spaces and line ends are the typist's, not the author's."""
    return " ".join(value.split()) if isinstance(value, str) else value


@transaction.atomic
def resolve(*, keying, second_is_right, by, now):
    """Say which of the two is right. Putting it right replaces the comment, and both stay."""
    locked = SecondKeying.objects.select_for_update().get(pk=keying.pk)
    if locked.is_resolved:
        return
    if second_is_right:
        amend(comment=locked.comment, answers=locked.answers, at=now, is_transcript=True)
    locked.is_resolved = True
    locked.save(update_fields=["is_resolved"])
    _note("entry.typing_settled", locked.comment.response.entry, by, now)


def comments_to_type_again(entry):
    """The comments of a sampled entry that nobody has typed a second time."""
    if not entry.is_sampled or entry.response_id is None:
        return Comment.objects.none()
    comments = Comment.objects.filter(response=entry.response, replaces__isnull=True)
    return comments.filter(second_keying__isnull=True).order_by("position")


def keyings_of(entry):
    """What was typed a second time, with the comments as they were typed first."""
    keyings = SecondKeying.objects.filter(comment__response=entry.response_id)
    return keyings.select_related("comment__questionnaire_version", "by").order_by(
        "comment__position"
    )


def _note(action, entry, by, now):
    subject = f"response:{entry.response_id}" if entry.response_id else f"entry:{entry.pk}"
    record(
        action=action,
        subjects=[subject],
        at=now,
        consultation_id=entry.consultation_id,
        by=by,
    )
