"""What a basket's comments say, with the questions as they were asked."""

from dataclasses import dataclass

from consultations.responses.enums import QuestionKind, Stance
from consultations.responses.models import DraftComment, Question


@dataclass(frozen=True)
class WrittenAnswer:
    kind: str
    label: str
    shown: str


@dataclass(frozen=True)
class WrittenComment:
    comment: DraftComment
    answers: list[WrittenAnswer]


def shown_value(kind, value):
    """A stored value as people read it."""
    if kind == QuestionKind.STANCE and value in Stance.values:
        return Stance(value).label
    return value


def written_comments(*, basket):
    """The basket's comments in the order they were begun, in two queries."""
    comments = list(basket.comments.select_related("passage", "section", "draft", "consultation"))
    questions = Question.objects.filter(
        version__in={comment.questionnaire_version_id for comment in comments}
    )
    asked = {}
    for question in questions.order_by("position"):
        asked.setdefault(question.version_id, []).append(question)
    return [
        WrittenComment(comment, _answers(comment, asked.get(comment.questionnaire_version_id, [])))
        for comment in comments
    ]


def _answers(comment, questions):
    return [
        WrittenAnswer(
            question.kind,
            question.label,
            shown_value(question.kind, comment.answers.get(question.key.hex, "")),
        )
        for question in questions
    ]
