"""What was picked, as tallies: all those of a consultation are kept at one place, `options:5`."""

from typing import NamedTuple
from uuid import UUID

from consultations.responses.domain.answers import TEXTS, loaded, picks
from consultations.responses.enums import QuestionKind

# Between its author and the council, or for officers alone: the figures are in public.
NOT_COUNTED = {
    QuestionKind.OFFER,
    QuestionKind.CONSENTS,
    QuestionKind.POSTCODE,
    QuestionKind.OFFICERS,
}


class Picked(NamedTuple):
    """One option of a question in one section; without an option, the answers to the question.

    `section` is None where the question is about the whole; `row` is the thing judged, in a
    matrix, and `rank` counts from 1 where people put things in order.
    """

    section: int | None
    key: UUID
    meaning: int
    row: str = ""
    option: str = ""
    rank: int | None = None

    @property
    def measure(self):
        """The six parts as the measure of a tally."""
        section, rank = self.section or "", self.rank or ""
        return f"{section}/{self.key.hex}/{self.meaning}/{self.row}/{self.option}/{rank}"


def options_place(consultation_id):
    return f"options:{consultation_id}"


def read_measure(measure):
    """The `Picked` that this measure names."""
    section, key, meaning, row, option, rank = measure.split("/")
    section, rank = (int(number) if number else None for number in (section, rank))
    return Picked(section, UUID(key), int(meaning), row, option, rank)


def picked_in(answer, *, section):
    """All that this answer adds one to; nothing where its question has no options."""
    question = answer.question
    if question.kind in TEXTS or question.kind in NOT_COUNTED:
        return []
    found = picks(question.kind, loaded(question.kind, answer.value))
    if not found:
        return []
    asked = (section, question.key, question.meaning)
    return [Picked(*asked), *(Picked(*asked, pick.row, pick.option, pick.rank) for pick in found)]
