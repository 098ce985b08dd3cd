"""What the screening finds and leaves alone. How well it does is measured in docs/screening.md."""

import pytest

from consultations.moderation.domain.screening import Kind, screen
from consultations.moderation.domain.screening.contact import is_nhs_number
from consultations.moderation.enums import FlagKind
from tests.consultations.moderation.domain.screening.measuring import held_out, measure, rates

# Below these something was broken; the figures themselves stand in docs/screening.md.
LEAST = 0.9


def kinds(text):
    return {hit.kind for hit in screen(text)}


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Write to kit@example.org today.", "kit@example.org", Kind.EMAIL),
        ("Ring 01632 960 123 after six.", "01632 960 123", Kind.PHONE),
        ("Our lane is in CM20 2FB now.", "CM20 2FB", Kind.POSTCODE),
        ("The bins at 12 Mill Lane burn.", "12 Mill Lane", Kind.ADDRESS),
        ("My NHS number is 943 476 5919.", "943 476 5919", Kind.NHS),
        ("NI: AB 12 34 56 C", "AB 12 34 56 C", Kind.NI),
        ("The lunch at my son's school is cold.", "my son's school", Kind.CHILD),
        ("I'll kill him if he comes.", "I'll kill him", Kind.THREAT),
        ("I don't want to live any more.", "I don't want to live any more", Kind.SAFEGUARDING),
        ("This is shit.", "shit", Kind.PROFANITY),
        ("See www.example.org/a.", "www.example.org/a", Kind.LINK),
    ],
)
def test_a_hit_is_the_words_and_nothing_else(text, words, kind):
    (hit,) = [hit for hit in screen(text) if hit.kind == kind]

    assert text[hit.start : hit.end] == words
    assert hit.reason.endswith(".")


@pytest.mark.parametrize(
    ("number", "is_one"),
    [
        ("9434765919", True),
        ("943 476 5919", True),
        ("9434765918", False),
        ("943476591", False),
        ("1234567890", False),
    ],
)
def test_an_nhs_number_is_known_by_its_check_digit(number, is_one):
    assert is_nhs_number(number) is is_one


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "The council should be ashamed of this plan and of its leader.",
        "More help for small groups.",
        "A" * 30_000,
        "1" * 30_000,
        "my son " * 5_000,
    ],
)
def test_criticism_and_odd_texts_give_no_hit(text):
    assert kinds(text) - {Kind.LANGUAGE} == set()


def test_the_kinds_are_those_of_the_database():
    assert {kind.value for kind in Kind} == set(FlagKind.values)


def test_on_texts_that_did_not_shape_it_it_does_as_well_as_we_say():
    score, faults = measure(held_out())
    *_, (_, marked, precision, recall) = rates(score)

    assert marked == 79
    assert (precision >= LEAST, recall >= LEAST) == (True, True), faults
