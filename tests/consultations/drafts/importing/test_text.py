"""What the reader makes of lines, whoever saved them and however."""

import pytest

from consultations.drafts.importing import Kind, Link, Passage, Section, UnreadableDraft
from consultations.drafts.importing.outline import words, words_of_source
from consultations.drafts.importing.text import read_text


def passages_of(*paragraphs: str) -> list[Passage]:
    """The passages of one section that holds these paragraphs, a blank line between them."""
    outline = read_text("\n\n".join(["Our plan", "AIMS", *paragraphs]).encode())
    return list(outline.sections[0].passages)


def kinds_of(*paragraphs: str) -> list[Kind]:
    return [passage.kind for passage in passages_of(*paragraphs)]


def titles_of(source: str) -> list[str]:
    return [section.title for section in read_text(source.encode()).sections]


def test_draft_mark_above_the_title_is_moved_below_it():
    outline = read_text(b"DRAFT\n\nOur plan\n\nWe will plant trees.")

    assert outline.title == "Our plan"
    assert outline.sections == (
        Section("Front page", (Passage(Kind.MARK, "DRAFT"),), is_front_matter=True),
        Section("Our plan", (Passage(Kind.PARAGRAPH, "We will plant trees."),), is_untitled=True),
    )
    assert words(outline) == words_of_source("DRAFT\n\nOur plan\n\nWe will plant trees.")


def test_title_is_joined_to_its_own_lines_only():
    assert read_text(b"Our plan for more\ntrees\n\nWe dig.").title == "Our plan for more trees"
    assert read_text(b"Our plan for trees\n\nwe dig.").title == "Our plan for trees"


def test_cover_lines_before_the_contents_are_front_matter():
    source = "Our plan\n\nSpring edition\n\nContents\n1. Aims\n2. Costs\n\nAIMS\n\nWe plant trees."

    front = read_text(source.encode()).sections[0]

    assert front.passages == (
        Passage(Kind.PARAGRAPH, "Spring edition"),
        Passage(Kind.HEADING, "Contents"),
        Passage(Kind.NUMBERED, "Aims", "1."),
        Passage(Kind.NUMBERED, "Costs", "2."),
    )


def test_numbered_capitals_between_blank_lines_are_section_headings():
    source = (
        "Our plan\n\nContents\n\n1. Our Aims\n\n2. COSTS\n\n"
        "1. OUR AIMS\n\nTrees.\n\n2. COSTS\n\n1. TREES\n2. SPADES"
    )

    outline = read_text(source.encode())

    assert [section.title for section in outline.sections] == [
        "Front page",
        "1. Our Aims",
        "2. COSTS",
    ]
    assert [passage.kind for passage in outline.sections[2].passages] == [Kind.NUMBERED] * 2


def test_text_before_the_first_heading_stands_under_the_title():
    sections = read_text(b"Our plan\n\nThank you for reading.\n\nAIMS\n\nWe plant trees.").sections

    assert sections == (
        Section("Our plan", (Passage(Kind.PARAGRAPH, "Thank you for reading."),), is_untitled=True),
        Section("Aims", (Passage(Kind.PARAGRAPH, "We plant trees."),)),
    )


def test_every_sign_of_a_list_is_known():
    assert passages_of("- a\n• b\n*  c\n•d\n– e\n1. f\n2) g\n(a) h\n- 3: i\n1.2 Jays") == [
        Passage(Kind.BULLET, "a"),
        Passage(Kind.BULLET, "b"),
        Passage(Kind.BULLET, "c"),
        Passage(Kind.BULLET, "d"),
        Passage(Kind.BULLET, "e"),
        Passage(Kind.NUMBERED, "f", "1."),
        Passage(Kind.NUMBERED, "g", "2)"),
        Passage(Kind.NUMBERED, "h", "(a)"),
        Passage(Kind.NUMBERED, "i", "3:"),
        Passage(Kind.NUMBERED, "Jays", "1.2"),
    ]


@pytest.mark.parametrize(
    "text", ["16.3% of groups agree.", "1990 was a good year.", "-5 at night."]
)
def test_figures_at_the_start_of_a_paragraph_are_no_list(text):
    assert passages_of(text) == [Passage(Kind.PARAGRAPH, text)]


@pytest.mark.parametrize(
    "text",
    [
        "'We plant trees'.",
        "‘We don’t plant trees.’",
        "“We plant ‘trees’.”",
        '"We plant trees".',
        "'The residents' views are ours'",
    ],
)
def test_paragraph_within_quotation_marks_is_a_quotation(text):
    assert passages_of(text) == [Passage(Kind.QUOTATION, text)]


@pytest.mark.parametrize(
    "text",
    [
        "“We plant”, they said, “trees.”",
        "'We plant' and 'we dig'.",
        "“We plant trees.” They do.",
        "'Value' is a word that people use without saying what they mean.",
    ],
)
def test_paragraph_with_words_outside_quotation_marks_is_none(text):
    assert passages_of(text) == [Passage(Kind.PARAGRAPH, text)]


@pytest.mark.parametrize(
    "heading",
    [
        "Trees",
        "Our Compact.",
        "Where we are",
        "Groups we work with",
        "Why should the council plant any trees in the streets near the station?",
        "The value of trees to strong and active and well shaded local communities",
    ],
)
def test_short_line_before_text_is_a_heading(heading):
    assert kinds_of(heading, "We plant trees.") == [Kind.HEADING, Kind.PARAGRAPH]


@pytest.mark.parametrize(
    "line",
    [
        "Thank you.",
        "We plant trees here.",
        "Our trees are:",
        "Trees? Bushes? Or neither?",
        "We will publish everything that residents tell us about trees by October",
        "The value of trees " * 8,
    ],
)
def test_sentence_before_text_is_no_heading(line):
    assert kinds_of(line, "We plant trees.") == [Kind.PARAGRAPH, Kind.PARAGRAPH]


def test_short_line_at_the_end_of_a_section_is_no_heading():
    assert kinds_of("We plant trees.", "Thank you for reading") == [Kind.PARAGRAPH] * 2


def test_two_short_lines_may_be_headings_and_three_are_an_address():
    assert kinds_of("Trees", "Why trees", "They give shade.") == [
        Kind.HEADING,
        Kind.HEADING,
        Kind.PARAGRAPH,
    ]
    assert kinds_of("Civic Offices", "New Road", "Grays", "Write to us there.")[0] is Kind.PARAGRAPH


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It is a promise between the public bodies that meet in the", "Local Partnership today."),
        ("We will listen and make sure", "that replies are sent."),
        ("The hall offers warmth, food, company, some good advice,", "Training and a quiet room."),
    ],
)
def test_sentence_broken_by_a_blank_line_is_joined(first, second):
    assert passages_of(first, second) == [Passage(Kind.PARAGRAPH, f"{first} {second}")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("We asked what trees are for, and we were told by many people to", "- plant more"),
        ("Trees give shade.", "e-mail us about them."),
        ("Trees we look after", "They are ours."),
    ],
)
def test_paragraphs_that_are_whole_stay_apart(first, second):
    assert len(passages_of(first, second)) == 2


def test_text_wrapped_at_a_width_is_unwrapped():
    outline = read_text(
        b"Our plan\n\nAIMS\n\n"
        b"We plant trees along the streets that lead to the station, because\n"
        b"Grays is hot in August. The council pays for them, and the people of\n"
        b"Thurrock water them.\n"
        b"Costs\n"
        b"- Each tree costs about as much as a bicycle that has never been used\n"
        b"  Spades are extra.\n"
        b"- Water is free."
    )

    assert [(passage.kind, passage.text) for passage in outline.sections[0].passages] == [
        (
            Kind.PARAGRAPH,
            "We plant trees along the streets that lead to the station, because Grays is hot in "
            "August. The council pays for them, and the people of Thurrock water them.",
        ),
        (Kind.HEADING, "Costs"),
        (
            Kind.BULLET,
            "Each tree costs about as much as a bicycle that has never been used Spades are extra.",
        ),
        (Kind.BULLET, "Water is free."),
    ]


def test_wrapped_paragraph_is_joined_among_many_of_one_line():
    whole = ["We plant trees along the streets that lead to the station."] * 3
    first = "We plant them in the autumn of each year, when the people of"
    second = "Thurrock have time."

    assert passages_of(*whole, f"{first}\n{second}")[3:] == [
        Passage(Kind.PARAGRAPH, f"{first} {second}")
    ]


def test_text_with_a_paragraph_on_each_line_is_kept_so():
    first = "We plant trees along the streets that lead to the station each spring."
    second = "The council pays for them, and the people of Thurrock water them daily."

    assert passages_of(f"{first}\n{second}") == [
        Passage(Kind.PARAGRAPH, first),
        Passage(Kind.PARAGRAPH, second),
    ]


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        ("- Trees\nThey give shade.", ["Trees", "They give shade."]),
        ("- Trees\n  They give shade.", ["Trees They give shade."]),
        ("- Trees that stand in\nthe street", ["Trees that stand in the street"]),
    ],
)
def test_line_after_a_list_belongs_to_it_only_when_indented_or_unfinished(lines, texts):
    assert [passage.text for passage in passages_of(lines)] == texts


def test_heading_in_capitals_over_two_lines_is_one_heading():
    assert titles_of("Our plan\n\nTREES AND\nBUSHES\n\nWe plant.") == ["Trees and bushes"]


def test_headings_in_capitals_on_lines_of_their_own_are_two():
    assert titles_of("Our plan\n\nTREES\nBUSHES\n\nWe plant.") == ["Trees", "Bushes"]


def test_sentence_in_capitals_is_no_section():
    shout = "ALL REPLIES MUST REACH US BY NOON ON FRIDAY."

    assert passages_of(shout) == [Passage(Kind.PARAGRAPH, shout)]


def test_links_lose_their_brackets_and_keep_their_place():
    bracketed, bare, other = passages_of(
        "See <https://example.org/a?b=(c).> Then write.",
        "See (http://example.org/a), or https://example.org/b.",
        "See <javascript:alert(1)> or ftp://example.org or www.example.org.",
    )

    assert bracketed.text == "See https://example.org/a?b=(c). Then write."
    assert bracketed.links == (Link(4, 32, "https://example.org/a?b=(c)."),)
    assert bare.links == (
        Link(5, 25, "http://example.org/a"),
        Link(31, 52, "https://example.org/b"),
    )
    assert other.links == ()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file has no words in it."),
        (b" \r\n\x00 ---- !!!", "The file has no words in it."),
        (b"Our plan\n", "The file has a title and no text, so nobody could comment on it."),
        (b"Our plan\n\nDRAFT", "The file has a title and no text, so nobody could comment on it."),
        (
            b"word " * 60 + b"\n\nText.",
            "The first line should be the draft's title, in at most 255 characters.",
        ),
    ],
)
def test_file_that_is_no_draft_is_refused(data, sentence):
    with pytest.raises(UnreadableDraft) as refusal:
        read_text(data)

    assert str(refusal.value) == sentence
