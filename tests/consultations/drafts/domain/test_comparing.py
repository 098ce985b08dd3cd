"""Comparing versions after any edits: the pieces always make up the two texts."""

import random

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consultations.drafts.domain.comparing import ADDED, REMOVED, SAME, compare
from tests.factories.consultations import make_published_draft, make_published_version, passages_of

pytestmark = pytest.mark.django_db

SENTENCES = [
    "The council will cap the rent of its halls for groups with a small income.",
    "Training for new trustees is offered four times a year and for free.",
    "Each forum sends one member to the Board, who reports back to it every month.",
    "Grants are decided in spring, and nobody has to apply twice for the same work.",
]


def edits(version, rng):
    """Words, splits, merges and removals, at random, for `make_published_version`."""
    numbers = [passage.number for passage in passages_of(version)]
    first, second, third = rng.sample(numbers, 3)
    two, three = rng.sample(SENTENCES, 2), rng.sample(SENTENCES, 3)
    return {
        "edit": {first: " ".join(two), second: " ".join(three)},
        "drop": {third} if len(numbers) > 4 else set(),
        "add": {"1": rng.choice(SENTENCES)},
    }


def words_of(pieces, *kinds):
    return "".join(piece.text for piece in pieces if piece.kind in kinds)


@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 10_000))
def test_each_text_can_be_read_from_the_pieces_over_any_versions(seed, officer):
    rng = random.Random(seed)
    with transaction.atomic():
        versions = [make_published_draft(sections=2, passages=3)]
        for _ in range(2):
            versions.append(
                make_published_version(versions[-1], by=officer, **edits(versions[-1], rng))
            )
        for older, newer in ((0, 1), (1, 2), (0, 2)):
            comparison = compare(versions[older], versions[newer])
            changes = [change for part in comparison.sections for change in part.changes]
            gone = [change for part in comparison.removed for change in part.changes]

            assert [change.new.pk for change in changes] == [
                passage.pk for passage in passages_of(versions[newer])
            ]
            for change in changes:
                if change.pieces:
                    assert words_of(change.pieces, SAME, ADDED) == change.new.text
            olds = {old.pk for change in changes + gone for old in change.olds}
            assert olds == {passage.pk for passage in passages_of(versions[older])}
            for change in gone:
                assert words_of(change.pieces, REMOVED) == change.olds[0].text
        transaction.set_rollback(True)
