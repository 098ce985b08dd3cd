"""One sent response as its author reads it: what they said, in the words of the questions."""

from dataclasses import dataclass

from consultations.responses.domain.answers import loaded, shown
from consultations.responses.domain.said import answers_by_comment
from consultations.responses.domain.trail import Whereabouts, whereabouts
from consultations.responses.domain.written import WrittenAnswer, shown_value
from consultations.responses.enums import QuestionKind
from consultations.responses.models import Comment

PLACED = ("consultation", "draft", "section", "passage")


@dataclass(frozen=True)
class SentComment:
    comment: Comment
    answers: list[WrittenAnswer]
    standing: Whereabouts | None


def current_comments(response):
    """Its comments without those that a later one replaced, in the order they were sent."""
    return list(
        response.comments.filter(replaced_by__isnull=True)
        .select_related(*PLACED)
        .order_by("position")
    )


def as_received(response):
    """Its comments as they were sent, whatever replaced one since; for the receipt."""
    comments = list(
        response.comments.filter(replaces__isnull=True).select_related(*PLACED).order_by("position")
    )
    return _with_answers(comments, {})


def as_written(comments, answers):
    """The same of rows that are being sent, with their questions and places: without a query."""
    said = {}
    for answer in answers:
        question = answer.question
        words = shown(question, loaded(question.kind, answer.value))
        said.setdefault(answer.comment_id, []).append(
            WrittenAnswer(question.kind, question.label, words)
        )
    return [SentComment(comment, said.get(comment.pk, []), None) for comment in comments]


def sent_comments(response, *, comments, now):
    """These comments with their answers and how each stands, in as many queries for any number."""
    return _with_answers(comments, whereabouts(response, comments=comments, now=now))


def _with_answers(comments, standing):
    said = answers_by_comment(comments)
    return [
        SentComment(
            comment,
            [
                WrittenAnswer(answer["kind"], answer["label"], _shown(answer))
                for answer in said.get(comment.pk, [])
                if answer["kind"] != QuestionKind.OFFICERS
            ],
            standing.get(comment.pk),
        )
        for comment in comments
    ]


def _shown(answer):
    return shown_value(answer["kind"], answer["text"])
