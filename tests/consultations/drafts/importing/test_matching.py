"""Which passage is which: whatever says the same is found, and never one for two."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from consultations.drafts.importing.matching import Words, match


def words(*texts):
    return [Words("paragraph", "", text) for text in texts]


OLD = words(
    "Grants will last three years and be paid each quarter.",
    "Small groups will have a fund of their own.",
    "We will publish what we spend.",
    "We will meet in every part of the borough.",
)


def found(old, new):
    return {place: (one.old, one.is_same) for place, one in match(old, new).items()}


def test_what_is_the_same_is_matched_in_place():
    assert found(OLD, OLD) == {place: (place, True) for place in range(4)}


def test_an_edited_passage_is_matched_by_its_likeness():
    new = [*OLD]
    new[1] = Words("paragraph", "", "Small groups will have a larger fund of their own.")

    assert found(OLD, new)[1] == (1, False)


def test_a_moved_passage_is_matched_wherever_it_is():
    new = [OLD[3], *OLD[:3]]

    assert found(OLD, new) == {0: (3, True), 1: (0, True), 2: (1, True), 3: (2, True)}


def test_a_new_passage_is_matched_with_none_and_a_removed_one_left_over():
    new = [OLD[0], *words("Something else entirely, about trees in our streets."), OLD[3]]

    assert found(OLD, new) == {0: (0, True), 2: (3, True)}


def test_of_two_that_are_alike_each_is_matched_once_and_in_order():
    old = words("Objective one is about grants.", "Objective two is about grants.")
    new = words("Objective one is about more grants.", "Objective two is about more grants.")

    assert found(old, new) == {0: (0, False), 1: (1, False)}


def test_another_kind_or_another_link_is_an_edit():
    new = [Words("quotation", "", OLD[0].text), Words("paragraph", "", OLD[1].text, ("x",))]

    assert found(OLD[:2], new) == {0: (0, False), 1: (1, False)}


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_after_any_edit_everything_that_stayed_is_found(data):
    """Some passages say the same more than once, as "Objective:" does."""
    texts = st.sampled_from([f"Passage {number} says its own thing." for number in range(12)])
    old = words(*data.draw(st.lists(texts, max_size=12)))
    new = [one for one in old if data.draw(st.integers(0, 4))]  # one in five is taken out
    if data.draw(st.booleans()):
        new = list(data.draw(st.permutations(new)))
    for text in data.draw(st.lists(texts, max_size=3)):
        new.insert(data.draw(st.integers(0, len(new))), Words("paragraph", "", text))

    matches = match(old, new)

    taken = [one.old for one in matches.values()]
    assert len(taken) == len(set(taken))
    same = Counter(new[place] for place, one in matches.items() if one.is_same)
    assert same == Counter(old) & Counter(new)
    assert all(old[one.old] == new[place] for place, one in matches.items() if one.is_same)
