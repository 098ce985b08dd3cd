"""Equality monitoring: given once a response has been sent, and never to be tied to it again.

What a person gives goes into a pool. When twenty are in it, ten drawn by lot become records; so do
the rest, if they are ten or more, when it has closed, and with them the whole table is written anew
in an order drawn by lot, since a database's own order of rows shows when each was written. Fewer
than ten at the end are deleted. Nobody can find one person's answers, so nobody can withdraw them.

With the groups go the closed answers of the response, each as a fact by itself, and only those that
at least ten responses share: one that only a few gave would point at them.
"""

import base64
import hashlib
import json
import random
from datetime import timedelta

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Sum

from consultations.enums import Stage
from consultations.models import ConsultationPage
from consultations.responses.domain.characteristics import BY_KEY
from consultations.responses.enums import QuestionKind
from consultations.responses.models import (
    Answer,
    AnswerChoice,
    Comment,
    EqualityPool,
    EqualityRecord,
)

BATCH = 10
POOL = 2 * BATCH
# Whoever sent in the last minute still has time for these questions.
OPEN_AFTER_CLOSE = timedelta(days=1)
# Answers with a few ways to go. A ward beside a belief or an illness would point at people.
COPIED = (
    QuestionKind.CHOICE,
    QuestionKind.MULTI,
    QuestionKind.OPTIONS,
    QuestionKind.FACT_CHECK,
    QuestionKind.IMPACT,
)
FACT = ("characteristic", "group", "section", "question_key", "meaning", "option")
PAGE = 4096  # bytes: what is sealed is filled up, so that its length says little
lots = random.SystemRandom()


class TooLate(Exception):
    """The records of this consultation are closed."""


def is_taken(consultation, *, now):
    """Whether equality answers are taken: while it is open, and for a day after it has closed."""
    return not is_over(consultation, now=now)


def is_over(consultation, *, now):
    return consultation.stage_at(now - OPEN_AFTER_CLOSE) not in (Stage.PLANNED, Stage.OPEN)


@transaction.atomic
def give(*, response, groups, now):
    """Put what somebody says about themselves into the pool. Raises TooLate.

    `groups` maps characteristics to groups. The response is only read, and nothing about this is
    noted anywhere: not on the response, not in the log.
    """
    groups = {key: group for key, group in groups.items() if group in BY_KEY[key].names}
    if not groups:
        return
    consultation = response.consultation
    if not is_taken(consultation, now=now):
        raise TooLate
    pool = _locked_pool(consultation)
    waiting = [*_opened(pool), {"groups": groups, "answers": _closed_answers(response)}]
    lots.shuffle(waiting)
    if len(waiting) >= POOL:
        _write(consultation, waiting[:BATCH])
        waiting = waiting[BATCH:]
    pool.sealed = _seal(waiting)
    pool.is_settled = pool.is_added_up = False
    pool.save()


@transaction.atomic
def settle(*, consultation, now):
    """Empty the pool of a consultation that is over, and write all its records in a new order."""
    if not is_over(consultation, now=now):
        return
    pool = _locked_pool(consultation)
    if pool.is_settled:
        return
    waiting = _opened(pool)
    if len(waiting) >= BATCH:
        _write(consultation, waiting)
    _rewrite(consultation)
    pool.sealed = ""
    pool.is_settled = True
    pool.save()


def settle_all(*, now):
    """Settle every consultation that is over; how many there were to settle."""
    waiting = ConsultationPage.objects.filter(
        pk__in=EqualityPool.objects.filter(is_settled=False).values("pk")
    )
    over = [consultation for consultation in waiting if is_over(consultation, now=now)]
    for consultation in over:
        settle(consultation=consultation, now=now)
    return len(over)


def _locked_pool(consultation):
    EqualityPool.objects.get_or_create(consultation=consultation)
    return EqualityPool.objects.select_for_update().get(consultation=consultation)


def _fernet():
    digest = hashlib.sha256(f"equality-pool:{settings.RECEIPT_KEY}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))


def _seal(waiting):
    """Sealed with a fresh nonce, filled up, and without the time that a seal usually carries."""
    text = json.dumps(waiting)
    text += " " * (-len(text) % PAGE)
    return _fernet().encrypt_at_time(text.encode(), 0).decode()


def _opened(pool):
    """What waits; nothing where the key was changed, since then nobody can open it."""
    if not pool.sealed:
        return []
    try:
        return json.loads(_fernet().decrypt(pool.sealed.encode()))
    except InvalidToken:
        return []


def _closed_answers(response):
    """(section, question, meaning, option) of each closed answer, an answered question with ""."""
    found = set()
    comments = response.comments.filter(replaced_by__isnull=True)
    stances = _stances(Answer.objects.filter(comment__in=comments))
    picked = _picked(AnswerChoice.objects.filter(answer__comment__in=comments))
    for section, key, meaning, option in [*stances, *picked]:
        found |= {(section, key.hex, meaning, option), (section, key.hex, meaning, "")}
    return sorted(found, key=str)


def _stances(answers):
    return answers.filter(question__kind=QuestionKind.STANCE).values_list(
        "comment__section", "question__key", "question__meaning", "value"
    )


def _picked(choices):
    return choices.filter(answer__question__kind__in=COPIED, row="").values_list(
        "answer__comment__section",
        "answer__question__key",
        "answer__question__meaning",
        "option",
    )


def _is_shared(consultation, answer):
    """Whether at least ten counted responses gave this answer; asks for no more than ten."""
    section, key, meaning, option = answer
    comments = Comment.objects.filter(consultation=consultation, section=section).counted()
    answers = Answer.objects.filter(
        comment__in=comments, question__key=key, question__meaning=meaning
    )
    stances = answers.filter(question__kind=QuestionKind.STANCE)
    picked = answers.filter(question__kind__in=COPIED)
    if option:
        choices = AnswerChoice.objects.filter(answer=OuterRef("pk"), row="", option=option)
        stances, picked = stances.filter(value=option), picked.filter(Exists(choices))
    found = (stances | picked).order_by().values("comment__response").distinct()
    return len(found[:BATCH]) == BATCH


def _write(consultation, people):
    """Turn these people into facts, in an order drawn by lot. Never fewer than ten."""
    assert len(people) >= BATCH
    given = {tuple(answer) for person in people for answer in person["answers"]}
    shared = {answer for answer in given if _is_shared(consultation, answer)}
    facts = []
    for person in people:
        answers = [answer for answer in map(tuple, person["answers"]) if answer in shared]
        for characteristic, group in person["groups"].items():
            for section, key, meaning, option in [(None, "", 1, ""), *answers]:
                facts.append((characteristic, group, section, key, meaning, option, 1))
    lots.shuffle(facts)
    _insert(consultation, facts)


def _rewrite(consultation):
    """Write every record anew, with a new id, in an order drawn by lot."""
    records = EqualityRecord.objects.filter(consultation=consultation)
    _replace(consultation, records, list(records.values_list(*FACT, "number")))


@transaction.atomic
def add_up(*, consultation):
    """Make one record of all that say the same, with their number.

    Every figure made of them stays what it was.
    """
    pool = _locked_pool(consultation)
    records = EqualityRecord.objects.filter(consultation=consultation)
    facts = list(records.order_by().values_list(*FACT).annotate(Sum("number")))
    _replace(consultation, records, facts)
    pool.is_added_up = True
    pool.save()


def _replace(consultation, records, facts):
    records._raw_delete(records.db)
    lots.shuffle(facts)
    _insert(consultation, facts)


def _insert(consultation, facts):
    names = [EqualityRecord._meta.get_field(name).attname for name in (*FACT, "number")]
    EqualityRecord.objects.bulk_create(
        (
            EqualityRecord(consultation=consultation, **dict(zip(names, fact, strict=True)))
            for fact in facts
        ),
        batch_size=500,
    )
