"""The measure by which nothing is lost: it must notice what is."""

from dataclasses import replace

from consultations.drafts.importing import Kind, Outline, Passage, Section
from consultations.drafts.importing.outline import words, words_of_source

OUTLINE = Outline(
    "Our plan",
    (
        Section("Front page", (Passage(Kind.MARK, "DRAFT"),), is_front_matter=True),
        Section("Our plan", (Passage(Kind.PARAGRAPH, "Trees – and shade."),), is_untitled=True),
        Section("Aims", (Passage(Kind.NUMBERED, "More trees", "1:"),)),
    ),
)


def test_words_are_in_order_and_leave_out_titles_that_are_ours():
    assert words(OUTLINE) == [
        *["our", "plan", "draft"],
        *["trees", "and", "shade."],
        *["aims", "1:", "more", "trees"],
    ]


def test_words_of_source_are_the_same_without_signs_and_brackets():
    source = "Our  plan\n\nDRAFT\n---\nTrees – and\n\nshade.\n\nAIMS\n• 1: More\u00a0trees"

    assert words_of_source(source) == words(OUTLINE)
    assert words_of_source("•See <HTTP://Example.org>.") == ["see", "http://example.org."]
    assert words_of_source("We -5 <b> 3 < 4") == ["we", "-5", "<b>", "3", "<", "4"]


def test_words_differ_when_a_passage_is_lost_moved_or_said_twice():
    front, opening, aims = OUTLINE.sections

    assert words(replace(OUTLINE, sections=(front, opening))) != words(OUTLINE)
    assert words(replace(OUTLINE, sections=(front, aims, opening))) != words(OUTLINE)
    assert words(replace(OUTLINE, sections=(front, opening, aims, aims))) != words(OUTLINE)
