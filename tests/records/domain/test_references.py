from hypothesis import assume, given
from hypothesis import strategies as st

from records.domain.references import (
    ALPHABET,
    check_character,
    code_for,
    code_hash,
    new_key,
    new_reference,
    normalise,
)

bodies = st.text(ALPHABET, min_size=8, max_size=8)


def test_a_new_reference_reads_back_as_itself():
    reference = new_reference()

    assert normalise(reference) == reference


def test_a_reference_is_understood_as_people_type_it():
    reference = new_reference()

    assert normalise(f" {reference.lower().replace('-', ' ')} ") == reference


@given(bodies, st.integers(0, 8), st.sampled_from(ALPHABET))
def test_every_single_wrong_sign_is_noticed(body, place, wrong):
    right = body + check_character(body)
    assume(right[place] != wrong)

    assert normalise(right[:place] + wrong + right[place + 1 :]) == ""


@given(bodies, st.integers(0, 7))
def test_every_swap_of_neighbours_is_noticed(body, place):
    right = body + check_character(body)
    assume(right[place] != right[place + 1])
    swapped = right[:place] + right[place + 1] + right[place] + right[place + 2 :]

    assert normalise(swapped) == ""


@given(st.text())
def test_any_text_is_a_reference_or_nothing(text):
    assert normalise(text) in ("", normalise(normalise(text)))


def test_a_code_is_the_same_on_every_retry_and_differs_by_key():
    key = new_key()

    assert code_for(key) == code_for(key)
    assert code_for(key) != code_for(new_key())


def test_a_code_is_found_however_it_is_typed():
    code = code_for(new_key())

    assert code_hash(code.lower().replace("-", " ")) == code_hash(code)
