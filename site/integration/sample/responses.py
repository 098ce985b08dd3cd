"""Writing many made-up responses at once, with every row that sending them would have written.

This is the one place that goes past `sending.send`, which takes one response at a time. Everything
that follows from a response is left to the functions that a send uses.
"""

from django.db import transaction
from django.utils.timezone import localdate

from consultations.analysis.domain.tallying import count_responses
from consultations.moderation.domain.deciding import publish
from consultations.moderation.domain.routing import open_reviews
from consultations.moderation.enums import ReviewStatus
from consultations.responses.domain.questionnaires import version_asked
from consultations.responses.domain.references import (
    code_for,
    code_hash,
    key_hash,
    new_key,
    new_reference,
)
from consultations.responses.models import Answer, Comment, Respondent, Response
from integration.sample.drawing import GROUPS, Source
from people.domain.organisations import find_or_register
from people.domain.roles import group_for
from people.enums import Role
from people.models import User
from records.domain.log import record

BATCH = 500
READ = 0.85
READER = "sample-reader@example.org"


def top_up(*, consultation, count, seed, now, read=READ):
    """Add responses until the consultation has `count`, yielding their number after each batch.

    `read` is the share of comments that the Board is made to publish; the rest wait. A batch is
    one transaction, so that what was stopped half-way still adds up and can be gone on with.
    """
    have = Response.objects.filter(consultation=consultation).count()
    if have >= count:
        return
    source = Source(consultation, seed=seed, read=read)
    writer = Writer(consultation, now)
    try:
        for start in range(have, count, BATCH):
            stop = min(start + BATCH, count)
            writer.write([source.response(number) for number in range(start, stop)])
            yield stop
    finally:
        writer.close()


class Writer:
    """Writes batches. Its reader is an account without a password, open only meanwhile."""

    def __init__(self, consultation, now):
        self.consultation = consultation
        self.now = now
        self.version = version_asked(consultation=consultation)
        self.questions = {question.kind: question for question in self.version.questions.all()}
        self.groups = {name: find_or_register(name=name) for name in GROUPS}
        self.reader = _reader()

    def close(self):
        User.objects.filter(pk=self.reader.pk).update(is_active=False)

    @transaction.atomic
    def write(self, drawn):
        responses = self._responses(drawn)
        pairs = [
            (response, position, comment)
            for response, one in zip(responses, drawn, strict=True)
            for position, comment in enumerate(one.comments, start=1)
        ]
        comments = Comment.objects.bulk_create(self._comment(*pair) for pair in pairs)
        answers = Answer.objects.bulk_create(
            Answer(comment=row, question=self.questions[kind], value=value)
            for row, (_, _, comment) in zip(comments, pairs, strict=True)
            for kind, value in comment.answers.items()
        )
        record(
            action="response.received",
            subjects=[f"response:{response.pk}" for response in responses],
            at=self.now,
            consultation_id=self.consultation.pk,
        )
        reviews = open_reviews(comments=comments, at=self.now, answers=answers)
        count_responses(responses=responses, comments=comments, answers=answers)
        self._publish(reviews, pairs)

    def _responses(self, drawn):
        opens_at = self.consultation.opens_at
        references = _free_references(len(drawn))
        responses = []
        for one, reference in zip(drawn, references, strict=True):
            key = new_key()
            responses.append(
                Response(
                    consultation=self.consultation,
                    reference=reference,
                    idempotency_key=key_hash(key),
                    code_hash=code_hash(code_for(key)),
                    capacity=one.capacity,
                    organisation=self.groups.get(one.group),
                    publish=one.publish,
                    received_at=opens_at + (self.now - opens_at) * one.moment,
                )
            )
        Response.objects.bulk_create(responses)
        Respondent.objects.bulk_create(
            Respondent(response=response, name=one.name)
            for response, one in zip(responses, drawn, strict=True)
            if one.name
        )
        return responses

    def _comment(self, response, position, comment):
        return Comment(
            **comment.place.columns,
            response=response,
            questionnaire_version=self.version,
            position=position,
            quoted_text=comment.place.quoted_text,
        )

    def _publish(self, reviews, pairs):
        read = [
            review.pk
            for review, (_, _, comment) in zip(reviews, pairs, strict=True)
            if comment.is_read and review.status == ReviewStatus.WAITING
        ]
        if read:
            publish(review_ids=read, by=self.reader, at=self.now)


def _reader():
    user = User.objects.filter(email=READER).first()
    if user is None:
        user = User.objects.create_user(READER, first_name="Sample", last_name="reader")
    User.objects.filter(pk=user.pk).update(is_active=True)
    user.groups.set([group_for(Role.BOARD_MEMBER)])
    if not user.board_memberships.exists():
        begun = localdate()
        user.board_memberships.create(seat="Sample", starts_on=begun, undertaking_signed_on=begun)
    return User.objects.get(pk=user.pk)


def _free_references(count):
    found = set()
    while len(found) < count:
        found |= {new_reference() for _ in range(count - len(found))}
        found -= set(
            Response.objects.filter(reference__in=found).values_list("reference", flat=True)
        )
    return found
