"""The boundaries of each judgement: what lies just inside it and just outside."""

import pytest

from consultations.drafts.importing import wording


@pytest.mark.parametrize(
    ("text", "is_heading"),
    [
        ("T" * 120, True),
        ("T" * 121, False),
        ("Trees that will give shade to us all", True),
        ("Trees that will give some shade to us all", False),
        ("Why trees that will give some shade to us all", True),
        ("Our Four Old Trees.", True),
        ("Our Four Very Old Trees.", False),
        ("Trees.", False),
        ("trees", False),
        ("Trees!", False),
        ("St. Mary's trees and ours and", False),
        ("“Trees”", False),
    ],
)
def test_may_be_heading(text, is_heading):
    assert wording.may_be_heading(text) is is_heading


@pytest.mark.parametrize(
    ("text", "are_capitals"),
    [
        ("NHS", True),
        ("TV", False),
        ("2010/11", False),
        ("£10 A DAY", True),
        ("£10,000 FOR", False),
        ("ONE TWO SIX SIX SIX SIX.", True),
        ("ONE TWO SIX SIX SIX SIX SIX.", False),
        ("ONE TWO SIX SIX SIX SIX SIX", True),
        ("TREES,", False),
        ("TREEs", False),
        ("T" * 120, True),
        ("T" * 121, False),
        ("“TREES”", False),
    ],
)
def test_is_in_capitals(text, are_capitals):
    assert wording.is_in_capitals(text) is are_capitals


@pytest.mark.parametrize(
    ("text", "following", "is_broken"),
    [
        ("Trees give some", "shade to us.", False),
        ("Trees in towns give", "shade to us.", True),
        ("Trees in towns give", "Shade to us.", False),
        ("Trees in towns give.", "shade to us.", False),
        ("Trees grow by the road and stand on the", "Green.", True),
        ("Trees grow by road and stand in the", "Green.", True),
        ("Trees grow by road and stand the", "Green.", False),
        ("What the trees along our road and street are", "They are ours.", True),
        ("What the trees along our street are", "They are ours.", False),
        ("Trees grow by the road and stand on grass", "Green.", False),
    ],
)
def test_is_broken_off(text, following, is_broken):
    assert wording.is_broken_off(text, following) is is_broken


@pytest.mark.parametrize(
    ("text", "is_quoted"),
    [
        ("'T'", True),
        ("''", False),
        ("‘T’.", True),
        ("«Trees»", True),
        ("“Trees’", False),
        ("“Trees” “shade”", False),
        ('"Trees" and "shade"', False),
        ("‘Trees’ and ‘shade’", False),
        ("‘Trees ‘shade’", False),
        ("“Trees”: they", False),
        ("“Trees “shade”", False),
    ],
)
def test_is_quotation(text, is_quoted):
    assert wording.is_quotation(text) is is_quoted
