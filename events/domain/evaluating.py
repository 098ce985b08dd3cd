"""What those who came say afterwards: one form for each booking, and nothing that leads back."""

from collections import Counter
from dataclasses import dataclass

from django.db import transaction

from events.domain.booking_places import questions_of
from events.enums import Asked, BookingStatus, QuestionKind
from events.models import Booking, Evaluation, EvaluationAnswer


class NotToBeEvaluated(Exception):
    """It is not over, they did not come, or they have said it already."""


@dataclass(frozen=True)
class Bar:
    answer: str
    count: int
    share: int  # per cent of those who answered this question


@dataclass(frozen=True)
class Result:
    """What was answered to one question: bars where there was something to choose, or words."""

    label: str
    answered: int
    bars: list
    words: list
    average: float | None = None


def may_evaluate(booking, *, at):
    return (
        booking.status == BookingStatus.BOOKED
        and booking.attended != 0
        and not booking.has_evaluated
        and at >= booking.session.ends_at
        and not booking.session.is_off
    )


@transaction.atomic
def evaluate(*, booking_pk, answers, at):
    """Keep the answers, pairs of an EventQuestion and the words. Raises NotToBeEvaluated."""
    booking = (
        Booking.objects.select_for_update(of=("self",)).select_related("session").get(pk=booking_pk)
    )
    if not may_evaluate(booking, at=at):
        raise NotToBeEvaluated
    booking.has_evaluated = True
    booking.save(update_fields=["has_evaluated"])
    evaluation = Evaluation.objects.create(session=booking.session)
    EvaluationAnswer.objects.bulk_create(
        EvaluationAnswer(
            evaluation=evaluation,
            question_key=question.key,
            label=question.label,
            kind=question.kind,
            value=value,
        )
        for question, value in answers
        if value
    )
    return evaluation


def results_of(event):
    """A result for each question that has been answered, in the order in which they are asked."""
    questions = {question.key: question for question in questions_of(event, asked=Asked.AFTERWARDS)}
    answers = EvaluationAnswer.objects.filter(evaluation__session__event=event).order_by("pk")
    given = {}
    for key, label, kind, value in answers.values_list("question_key", "label", "kind", "value"):
        given.setdefault((key, label, kind), []).append(value)
    order = {key: number for number, key in enumerate(questions)}
    ordered = sorted(given, key=lambda one: order.get(one[0], len(order)))
    return [
        _result(label, kind, given[key, label, kind], questions.get(key))
        for key, label, kind in ordered
    ]


def _result(label, kind, values, question):
    if kind in (QuestionKind.LINE, QuestionKind.TEXT):
        # Sorted, so that the order does not tell who wrote first.
        return Result(label, len(values), [], sorted(values))
    counts = Counter(values)
    offered = question.answers() if question else []
    names = [*offered, *sorted(set(counts) - set(offered))]
    bars = [Bar(name, counts[name], round(100 * counts[name] / len(values))) for name in names]
    average = None
    if kind == QuestionKind.SCALE:
        average = sum(int(value) for value in values) / len(values)
    return Result(label, len(values), bars, [], average)
