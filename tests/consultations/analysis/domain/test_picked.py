"""How what was picked is written as the measure of a tally."""

import uuid

import pytest

from consultations.analysis.domain.picked import Picked, picked_in, read_measure
from consultations.analysis.models import Tally
from consultations.responses.models import Answer, Question


@pytest.mark.parametrize(
    "picked",
    [Picked(None, uuid.uuid4(), 1), Picked(12, uuid.uuid4(), 2, "r" * 40, "o" * 40, 3)],
)
def test_measure_is_read_as_it_was_written_and_fits(picked):
    assert read_measure(picked.measure) == picked
    assert len(picked.measure) <= Tally._meta.get_field("measure").max_length


@pytest.mark.parametrize(
    ("kind", "counted"),
    [("choice", 2), ("officers", 0), ("offer", 0), ("consents", 0), ("postcode", 0), ("line", 0)],
)
def test_only_what_may_be_in_public_figures_is_counted(kind, counted):
    question = Question(kind=kind, key=uuid.uuid4(), meaning=1)
    answer = Answer(question=question, value='{"picked": ["yes"]}')

    assert len(picked_in(answer, section=None)) == counted
