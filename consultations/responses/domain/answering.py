"""Answers as rows: one for each question that was answered, and one for each option picked."""

from consultations.responses.domain.answers import picks, stored
from consultations.responses.domain.branching import submitted
from consultations.responses.models import Answer, AnswerChoice


def write_answers(said):
    """Write what these comments say, inside the caller's transaction; returns the answers.

    `said` is (comment, questions in order, values by question key in hex) for each. What branching
    hides is not written. Two queries, however many comments.
    """
    rows = []
    for comment, questions, values in said:
        sent = submitted(questions, values)
        rows += [
            (comment, question, sent[question.key.hex])
            for question in questions
            if question.key.hex in sent
        ]
    answers = Answer.objects.bulk_create(
        Answer(comment=comment, question=question, value=stored(value))
        for comment, question, value in rows
    )
    AnswerChoice.objects.bulk_create(
        AnswerChoice(answer=answer, row=pick.row, option=pick.option, rank=pick.rank)
        for answer, (_, question, value) in zip(answers, rows, strict=True)
        for pick in picks(question.kind, value)
    )
    return answers
