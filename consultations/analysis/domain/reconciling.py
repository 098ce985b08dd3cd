"""The equation that has to hold at every moment, and every tally against its recount."""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Count

from consultations.analysis.domain.tallying import Cell, cells_of_answer, cells_of_comment
from consultations.analysis.enums import COMMENTS, RESPONSES, SHOWN
from consultations.analysis.models import Tally
from consultations.moderation.enums import ReviewStatus
from consultations.moderation.models import Review
from consultations.responses.domain.answers import TEXTS
from consultations.responses.domain.numbers import Numbers, numbers
from consultations.responses.enums import QuestionKind
from consultations.responses.models import Answer, Comment, Response


@dataclass
class Reconciliation:
    received: int
    counted: int
    withdrawn: int
    not_responses: int
    comments: int
    statuses: dict
    numbers: Numbers
    faults: list[str] = field(default_factory=list)

    @property
    def adds_up(self):
        return not self.faults


def reconcile(consultation):
    """Count everything anew and say what differs; `faults` is empty when all adds up."""
    responses = Response.objects.filter(consultation=consultation)
    withdrawn = responses.filter(withdrawn_at__isnull=False).count()
    not_responses = responses.filter(
        withdrawn_at__isnull=True, not_a_response_at__isnull=False
    ).count()
    comments = Comment.objects.filter(consultation=consultation)
    reviews = Review.objects.filter(consultation=consultation).order_by()
    statuses = dict(reviews.values_list("status").annotate(Count("pk")))
    result = Reconciliation(
        received=responses.count(),
        counted=responses.counted().count(),
        withdrawn=withdrawn,
        not_responses=not_responses,
        comments=comments.count(),
        statuses={ReviewStatus(status).label: n for status, n in sorted(statuses.items())},
        numbers=numbers(consultation),
    )
    _check_sums(result, sum(statuses.values()))
    _check_tallies(result, consultation)
    return result


def _check_sums(result, reviews):
    if result.received != result.counted + result.withdrawn + result.not_responses:
        result.faults.append(
            f"{result.received} responses received, but {result.counted} counted"
            f" + {result.withdrawn} withdrawn + {result.not_responses} not responses."
        )
    if result.counted != result.numbers.responses:
        result.faults.append(
            f"{result.counted} responses counted, but {result.numbers.responses} of people,"
            " organisations, meetings and councillors."
        )
    if result.comments != reviews:
        result.faults.append(f"{result.comments} comments, but {reviews} reviews.")


def _check_tallies(result, consultation):
    kept = {
        (tally.place, tally.measure): tally.count
        for tally in Tally.objects.filter(consultation=consultation)
        if tally.count
    }
    true = {
        (cell.place, cell.measure): count for cell, count in recount(consultation).items() if count
    }
    for key in sorted(kept.keys() | true.keys()):
        if kept.get(key, 0) != true.get(key, 0):
            result.faults.append(
                f"{key[0]} {key[1]}: the tally says {kept.get(key, 0)},"
                f" a recount {true.get(key, 0)}."
            )


def recount(consultation):
    """Every tally of this consultation, counted from the rows themselves."""
    counts = Counter()
    about = consultation.pk
    counts[Cell(f"consultation:{about}", RESPONSES, about)] = (
        Response.objects.filter(consultation=consultation).counted().count()
    )
    counted = Comment.objects.filter(consultation=consultation).counted()
    for comment in counted.only("consultation", "section", "passage").iterator(2000):
        for cell in cells_of_comment(comment, COMMENTS):
            counts[cell] += 1
    shown = Comment.objects.filter(consultation=consultation, review__status=ReviewStatus.PUBLISHED)
    for comment in shown.only("consultation", "section", "passage").iterator(2000):
        for cell in cells_of_comment(comment, SHOWN):
            counts[cell] += 1
    answers = Answer.objects.filter(comment__in=counted).select_related("comment", "question")
    for answer in answers.exclude(question__kind__in=TEXTS - {QuestionKind.STANCE}).iterator(2000):
        for cell in cells_of_answer(answer, answer.comment):
            counts[cell] += 1
    return counts
