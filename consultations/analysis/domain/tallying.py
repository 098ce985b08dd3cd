"""Counting as things happen: one statement adds to every tally a change touches."""

from collections import Counter
from dataclasses import dataclass

from django.db import connection

from consultations.analysis.domain.picked import options_place, picked_in
from consultations.analysis.enums import COMMENTS, RESPONSES, SHOWN, stance_measure
from consultations.responses.enums import QuestionKind
from consultations.responses.models import Answer, Comment


@dataclass(frozen=True, order=True)
class Cell:
    """One tally's key. Sorted, so that all writers lock rows in the same order."""

    place: str
    measure: str
    consultation_id: int
    section_id: int | None = None
    passage_id: int | None = None


def cells_of_comment(comment, measure):
    """The tallies one comment adds to: the consultation's, its section's, its passage's."""
    about = comment.consultation_id
    cells = [Cell(f"consultation:{about}", measure, about)]
    if comment.section_id:
        section = comment.section_id
        cells.append(Cell(f"section:{section}", measure, about, section))
    if comment.passage_id:
        cells.append(
            Cell(
                f"passage:{comment.passage_id}",
                measure,
                about,
                comment.section_id,
                comment.passage_id,
            )
        )
    return cells


def cells_of_answer(answer, comment):
    """The tallies one answer adds to: where its stance was taken, or what it picked."""
    if answer.question.kind == QuestionKind.STANCE:
        return cells_of_comment(comment, stance_measure(answer.value))
    about = comment.consultation_id
    return [
        Cell(options_place(about), picked.measure, about)
        for picked in picked_in(answer, section=comment.section_id)
    ]


def count_responses(*, responses, comments, answers, sign=1):
    """Add responses (or, with sign -1, take them away) inside the caller's transaction."""
    counts = Counter()
    for response in responses:
        about = response.consultation_id
        counts[Cell(f"consultation:{about}", RESPONSES, about)] += sign
    of = {comment.pk: comment for comment in comments}
    for comment in comments:
        for cell in cells_of_comment(comment, COMMENTS):
            counts[cell] += sign
    for answer in answers:
        for cell in cells_of_answer(answer, of[answer.comment_id]):
            counts[cell] += sign
    add(counts)


def count_amended(*, comments, answers, replaced):
    """Count these comments of a response instead of those that they replace."""
    before = Answer.objects.filter(comment__in=replaced).select_related("question")
    count_responses(responses=[], comments=replaced, answers=before, sign=-1)
    count_responses(responses=[], comments=comments, answers=answers)


def uncount_response(*, response):
    recount_response(response=response, sign=-1)


def recount_response(*, response, sign=1):
    comments = list(Comment.objects.filter(response=response, replaced_by__isnull=True))
    answers = Answer.objects.filter(comment__in=comments).select_related("question")
    count_responses(responses=[response], comments=comments, answers=answers, sign=sign)


def count_shown(*, shown, hidden):
    """Count comments that became public, and those that no longer are."""
    counts = Counter()
    for sign, comments in ((1, shown), (-1, hidden)):
        for comment in comments:
            for cell in cells_of_comment(comment, SHOWN):
                counts[cell] += sign
    add(counts)


def add(counts):
    """Add to many tallies in one statement; missing ones are made.

    Raw SQL because Django's upsert can only replace, and replacing what two writers counted at
    the same time would lose one of them.
    """
    rows = sorted((cell, count) for cell, count in counts.items() if count)
    for start in range(0, len(rows), 500):
        _upsert(rows[start : start + 500])


def _upsert(rows):
    one = "(%s, %s, %s, %s, %s, %s)"
    values = []
    for cell, count in rows:
        values += [
            cell.consultation_id,
            cell.section_id,
            cell.passage_id,
            cell.place,
            cell.measure,
            count,
        ]
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO analysis_tally"
            " (consultation_id, section_id, passage_id, place, measure, count)"
            f" VALUES {', '.join([one] * len(rows))}"
            " ON CONFLICT (place, measure)"
            " DO UPDATE SET count = analysis_tally.count + excluded.count",
            values,
        )
