"""What became of each passage: ids first, then words, and never on the wrong one."""

import random
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consultations.drafts.domain.matching import Match, Text, match
from consultations.drafts.enums import LinkKind
from consultations.drafts.importing import read

PROJECT = Path(__file__).resolve().parents[4]
STRATEGY = PROJECT / "site" / "demo" / "content" / "strategy.txt"
# The real draft is beside the checkout where the whole suite runs, and is edited there too.
STRATEGIES = [STRATEGY, *sorted((PROJECT.parent / "shared" / "seed").glob("*.txt"))]
RENT = "The council will cap the rent of its halls for groups with an income under £10,000."
TRAINING = "Training for new trustees is offered four times a year, in the evening and for free."
VOICE = "Each forum sends one member to the Board, who speaks for it and reports back to it."


def texts(*given, section=1, start=0, prefix="b"):
    """One Text each; given as words, or as (block id, words)."""
    found = []
    for number, one in enumerate(given, start=start):
        block, words = one if isinstance(one, tuple) else (f"{prefix}{number}", one)
        found.append(Text(number, block, section, words))
    return found


def kinds(olds, news):
    return [(one.old, one.new, one.kind) for one in match(olds, news)]


class TestById:
    def test_the_same_words_are_the_same(self):
        assert kinds(texts(RENT, VOICE), texts(RENT, VOICE)) == [
            (0, 0, LinkKind.SAME),
            (1, 1, LinkKind.SAME),
        ]

    def test_other_words_are_edited(self):
        news = texts(RENT.replace("cap", "halve"))

        assert kinds(texts(RENT), news) == [(0, 0, LinkKind.EDITED)]

    def test_one_that_stands_elsewhere_has_moved_and_the_others_have_not(self):
        olds = texts(RENT, TRAINING, VOICE)
        news = [replace(olds[2], key=10), replace(olds[0], key=11), replace(olds[1], key=12)]

        assert kinds(olds, news) == [
            (2, 10, LinkKind.MOVED),
            (0, 11, LinkKind.SAME),
            (1, 12, LinkKind.SAME),
        ]

    def test_one_in_another_section_has_moved(self):
        olds = texts(RENT, TRAINING, VOICE)
        news = [*olds[:2], replace(olds[2], section=2)]

        assert kinds(olds, news)[2] == (2, 2, LinkKind.MOVED)

    def test_two_that_were_pasted_the_other_way_round_are_found_by_their_words(self):
        olds = texts(("a", RENT), ("b", VOICE))
        news = texts(("a", VOICE), ("b", RENT), start=10)

        assert {(one.old, one.new) for one in match(olds, news)} == {(0, 11), (1, 10)}

    def test_one_that_stands_twice_is_found_where_it_stands_first(self):
        olds = texts(("a", RENT), ("b", VOICE))
        news = [*texts(("a", RENT), ("b", VOICE)), *texts(("a", RENT), start=10, section=2)]

        assert kinds(olds, news) == [
            (0, 0, LinkKind.SAME),
            (1, 1, LinkKind.SAME),
            (None, 10, LinkKind.ADDED),
        ]

    def test_wholly_other_words_keep_their_id_where_the_old_ones_are_nowhere(self):
        assert kinds(texts(("a", RENT)), texts(("a", VOICE))) == [(0, 0, LinkKind.EDITED)]


class TestByWords:
    """The ids are new, as after an import of a document that was edited elsewhere."""

    def test_the_same_words_are_found_again(self):
        news = texts(VOICE, RENT, prefix="n", start=10)

        found = {(one.old, one.new) for one in match(texts(RENT, VOICE), news)}

        assert found == {(0, 11), (1, 10)}

    def test_words_that_occur_twice_keep_their_order(self):
        olds = texts(RENT, VOICE, RENT)
        news = texts(RENT, VOICE, RENT, prefix="n", start=10)

        assert [(one.old, one.new) for one in match(olds, news)] == [(0, 10), (1, 11), (2, 12)]

    def test_a_passage_that_was_cut_in_two_is_split(self):
        first, second = f"{RENT} {TRAINING}", VOICE
        news = texts(RENT, TRAINING, VOICE, prefix="n", start=10)

        assert kinds(texts(first, second), news) == [
            (0, 10, LinkKind.SPLIT),
            (0, 11, LinkKind.SPLIT),
            (1, 12, LinkKind.SAME),
        ]

    def test_two_that_became_one_are_merged(self):
        news = texts(f"{RENT} {TRAINING}", VOICE, prefix="n", start=10)

        assert kinds(texts(RENT, TRAINING, VOICE), news) == [
            (0, 10, LinkKind.MERGED),
            (1, 10, LinkKind.MERGED),
            (2, 11, LinkKind.SAME),
        ]

    def test_nothing_in_common_is_removed_and_added(self):
        news = texts("Wholly other matters, of boats and of the river at night.", start=10)

        assert kinds(texts(RENT), [replace(news[0], block_id="n")]) == [
            (None, 10, LinkKind.ADDED),
            (0, None, LinkKind.REMOVED),
        ]


# Old wording, new wording, and whether a person would call them one passage. Ids are new.
JUDGED = [
    (RENT, RENT.replace("£10,000", "£20,000"), True),
    (RENT, RENT.replace("will cap", "has capped").replace("groups", "community groups"), True),
    (
        TRAINING,
        "Training for trustees is given six times a year, in the evening, for free.",
        True,
    ),
    (VOICE, "Each forum sends two members to the Board, who speak for it and report to it.", True),
    ("About 500 groups are active here.", "About 520 groups are active here.", True),
    (RENT, "The council will cap the price of its car parks for residents with a permit.", False),
    (
        TRAINING,
        "Meals for new arrivals are offered four times a week, at noon, for a charge.",
        False,
    ),
    (VOICE, "The council sends each forum one letter a year, which nobody speaks for.", False),
    ("Better support", "Better buildings", False),
    ("Grant funding", "Grant funding and contracts", True),
]


@pytest.mark.parametrize(("old", "new", "is_one"), JUDGED)
def test_hand_judged_pairs_are_told_as_a_person_would(old, new, is_one):
    found = match(texts(old), texts(("n", new), start=10))

    assert (found[0].old == 0) is is_one


@cache
def strategy(file=STRATEGY):
    """The passages of this draft, under ids of their own."""
    outline = read(file)
    found = []
    for section, part in enumerate(outline.sections):
        for passage in part.passages:
            found.append(Text(len(found), f"id{len(found)}", section, passage.text))
    return found


def edited(olds, rng, *, keep_ids):
    """The same text after some random edits, and which old passage each new one came from."""
    news, origin = [], {}

    def add(old, text):
        key = 10_000 + len(news)
        is_first = old.key not in origin.values()
        block = old.block_id if keep_ids and is_first else f"new{key}"
        news.append(Text(key, block, old.section, text))
        origin[key] = old.key

    for old in olds:
        words = old.text.split()
        act = rng.choice(["keep"] * 6 + ["reword", "delete", "split", "insert"])
        if act == "delete" and len(words) > 3:
            continue
        if act == "reword" and len(words) > 12:
            words[rng.randrange(len(words))] = "otherwise"
        if act == "split" and len(words) > 30:
            half = len(words) // 2
            add(old, " ".join(words[:half]))
            add(old, " ".join(words[half:]))
            continue
        add(old, " ".join(words))
        if act == "insert":
            key = 10_000 + len(news)
            news.append(Text(key, f"new{key}", old.section, f"Zebra {key} quagga {key} okapi."))
    return news, origin


@pytest.mark.parametrize("file", STRATEGIES, ids=lambda file: file.stem)
@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10_000), keep_ids=st.booleans())
def test_after_random_edits_nothing_is_lost_and_nothing_is_on_the_wrong_passage(
    file, seed, keep_ids
):
    olds = strategy(file)
    news, origin = edited(olds, random.Random(seed), keep_ids=keep_ids)

    found = match(olds, news)

    assert {one.old for one in found} - {None} == {old.key for old in olds}
    assert {one.new for one in found} - {None} == {new.key for new in news}
    words = {text.key: text.words for text in [*olds, *news]}
    wrong = [
        one
        for one in found
        if one.old is not None
        and one.new is not None
        and origin.get(one.new) != one.old
        and words[one.old] != words[origin.get(one.new, one.old)]
    ]
    assert wrong == []


def test_the_same_input_gives_the_same_answer():
    olds = strategy()
    news, _ = edited(olds, random.Random(7), keep_ids=False)

    assert match(olds, news) == match(olds, news)


def test_nothing_becomes_of_nothing():
    assert match([], []) == []
    assert match([], texts(RENT)) == [Match(None, 0, LinkKind.ADDED)]
    assert match(texts(RENT), []) == [Match(0, None, LinkKind.REMOVED)]


NAMED = "The Board of all forums in the borough"
PARAGRAPH = (
    "A plan has been agreed between the council and the people who met this winter, in partnership "
    "with the Board of all forums in the borough, and it names what each of them will do by May."
)


@pytest.mark.parametrize("reworded", [PARAGRAPH, PARAGRAPH.replace("this winter", "last winter")])
def test_a_heading_taken_out_did_not_go_into_a_paragraph_that_names_it_as_before(reworded):
    olds = texts(("heading", NAMED), ("old", PARAGRAPH))

    found = match(olds, texts(("new", reworded), start=10))

    assert {(one.old, one.new) for one in found} == {(1, 10), (0, None)}


def test_a_heading_put_into_a_paragraph_that_did_not_name_it_went_there():
    before = PARAGRAPH.replace(f"with {NAMED.replace('The', 'the')}", "with nobody else")
    olds = texts(("heading", NAMED), ("old", before))

    found = match(olds, texts(("old", PARAGRAPH), start=10))

    assert {(one.old, one.new, one.kind) for one in found} == {
        (0, 10, LinkKind.MERGED),
        (1, 10, LinkKind.MERGED),
    }
