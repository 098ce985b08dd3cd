"""What a basket's comments say, with the questions as they were asked."""

from dataclasses import dataclass

from consultations.responses.domain.answers import shown
from consultations.responses.domain.branching import visible
from consultations.responses.domain.noticing import notices
from consultations.responses.enums import QuestionKind, Stance
from consultations.responses.models import DraftComment, Question


@dataclass(frozen=True)
class WrittenAnswer:
    kind: str
    label: str
    shown: str


@dataclass(frozen=True)
class WrittenComment:
    """`kept_back` are answers to questions that other answers have hidden: they are not sent."""

    comment: DraftComment
    answers: list[WrittenAnswer]
    kept_back: list[WrittenAnswer]

    @property
    def notices(self):
        return notices("\n".join(answer.shown for answer in self.answers))


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
        _written(comment, asked.get(comment.questionnaire_version_id, [])) for comment in comments
    ]


def _written(comment, questions):
    questions = [q for q in questions if _is_to_be_read(q, comment)]
    seen = visible(questions, comment.answers)
    rows = [(q, _answer(q, comment.answers.get(q.key.hex, ""))) for q in questions]
    return WrittenComment(
        comment,
        answers=[answer for question, answer in rows if question.key.hex in seen],
        kept_back=[
            answer for question, answer in rows if answer.shown and question.key.hex not in seen
        ],
    )


def _is_to_be_read(question, comment):
    """Not what asks nothing, nor a question that only an officer could have answered."""
    if question.kind == QuestionKind.OFFICERS:
        return bool(comment.answers.get(question.key.hex))
    return question.kind != QuestionKind.INFORMATION


def _answer(question, value):
    return WrittenAnswer(question.kind, question.label, shown(question, value))
