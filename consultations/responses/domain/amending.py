"""Changing what was sent, until it closes: a new comment replaces the old, and both stay on record.

What was written is never changed. Counted is what nothing has replaced.
"""

from django.db import transaction
from django.db.models import Max

from consultations.domain.stages import accepts_responses
from consultations.responses.domain.answering import write_answers
from consultations.responses.domain.answers import loaded
from consultations.responses.domain.branching import submitted
from consultations.responses.domain.sending import NotOpen
from consultations.responses.models import Answer, Comment, Response
from consultations.responses.signals import response_amended
from records.domain.log import record


class NotToBeAmended(Exception):
    """The response was withdrawn, or another window replaced this comment meanwhile."""


@transaction.atomic
def amend(*, comment, answers, at, is_transcript=False):
    """Replace one comment of a response; returns the comment that counts now.

    `answers` maps question keys (hex) of the comment's own version to values. Answers that say the
    same leave everything as it is. Raises NotOpen outside the time in which responses are taken,
    NotToBeAmended where there is nothing left to replace. `is_transcript` puts right what an
    officer typed wrongly, which has no closing time.
    """
    response = (
        Response.objects.select_for_update(of=("self",))
        .select_related("consultation")
        .get(pk=comment.response_id)
    )
    if not (is_transcript or accepts_responses(response.consultation, received_at=at)):
        raise NotOpen
    old = response.comments.select_related("passage").get(pk=comment.pk)
    is_counted = not (response.withdrawn_at or response.not_a_response_at)
    if not is_counted or Comment.objects.filter(replaces=old).exists():
        raise NotToBeAmended
    questions = list(old.questionnaire_version.questions.order_by("position"))
    if answers_of(old) == submitted(questions, answers):
        return old
    new = _copy(old, response)
    written = write_answers([(new, questions, answers)])
    record(
        action="comment.amended",
        subjects=[f"comment:{old.pk}"],
        at=at,
        consultation_id=response.consultation_id,
    )
    response_amended.send(
        sender=Response, response=response, comments=[new], replaced=[old], answers=written, at=at
    )
    return new


def answers_of(comment):
    """What a sent comment says, by question key (hex), as a form takes it."""
    rows = Answer.objects.filter(comment=comment).values_list(
        "question__key", "question__kind", "value"
    )
    return {key.hex: loaded(kind, value) for key, kind, value in rows}


def _copy(old, response):
    last = response.comments.aggregate(last=Max("position"))["last"]
    return Comment.objects.create(
        response=response,
        consultation_id=old.consultation_id,
        draft_id=old.draft_id,
        section_id=old.section_id,
        passage_id=old.passage_id,
        questionnaire_version_id=old.questionnaire_version_id,
        position=last + 1,
        quoted_text=old.quoted_text,
        replaces=old,
    )
