"""Each correction on its own, and what holds for all of them."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consultations.drafts.importing import correcting
from consultations.drafts.importing.correcting import WORDS_ONLY, CannotCorrect
from consultations.drafts.importing.outline import Kind, Link, Outline, Passage, Section


def paragraph(text, **fields):
    return Passage(Kind.PARAGRAPH, text, **fields)


FRONT = Section("Front page", (Passage(Kind.MARK, "DRAFT"),), is_front_matter=True)
AIMS = Section("Aims", (paragraph("First."), paragraph("Second."), paragraph("Third.")))
GRANTS = Section("Grants", (Passage(Kind.HEADING, "Small groups"), paragraph("A fund.")))
OUTLINE = Outline("Draft strategy", (FRONT, AIMS, GRANTS))


def shape(outline):
    """Titles with the texts below them."""
    return {section.title: [p.text for p in section.passages] for section in outline.sections}


def test_a_draft_is_given_another_title():
    done = correcting.retitle(OUTLINE, title="  A  plan\n")

    assert (done.outline.title, done.outline.sections) == ("A plan", OUTLINE.sections)


def test_a_section_is_given_a_title_and_has_one_from_then_on():
    outline = Outline("Draft", (Section("Draft", (paragraph("Text."),), is_untitled=True),))

    done = correcting.retitle_section(outline, section=0, title="Background")

    assert done.outline.sections[0].title == "Background"
    assert not done.outline.sections[0].is_untitled
    assert done.said == "Section “Draft” is now called “Background”."


@pytest.mark.parametrize(
    ("title", "said"), [(" \n", "Write a title"), ("x" * 256, "yours has 256")]
)
def test_a_title_that_cannot_be_is_refused(title, said):
    with pytest.raises(CannotCorrect, match=said):
        correcting.retitle_section(OUTLINE, section=1, title=title)


def test_a_section_is_merged_into_the_one_before():
    done = correcting.merge_section(OUTLINE, section=2)

    assert shape(done.outline)["Aims"] == ["First.", "Second.", "Third.", "Small groups", "A fund."]
    assert (done.section, done.passage) == (1, 3)
    assert done.said == (
        "Section 2 “Grants” was merged into section 1 “Aims”. Its title was left out."
    )


def test_a_section_becomes_a_heading_in_the_one_before():
    done = correcting.demote_section(OUTLINE, section=2)

    merged = done.outline.sections[1]
    assert merged.passages[3] == Passage(Kind.HEADING, "Grants")
    assert [passage.text for passage in merged.passages[4:]] == ["Small groups", "A fund."]
    assert (done.section, done.passage) == (1, 3)


def test_a_section_is_split_at_a_passage():
    done = correcting.split_section(OUTLINE, section=1, passage=1)

    assert shape(done.outline) == {
        "Front page": ["DRAFT"],
        "Aims": ["First."],
        "Aims (continued)": ["Second.", "Third."],
        "Grants": ["Small groups", "A fund."],
    }
    assert done.section == 2
    assert done.outline.sections[2].is_untitled


def test_a_heading_becomes_the_title_of_a_section():
    outline = correcting.demote_section(OUTLINE, section=2).outline

    done = correcting.promote_passage(outline, section=1, passage=3)

    assert done.outline == OUTLINE
    assert done.section == 2


def test_a_title_of_ours_gives_way_to_the_heading_below_it():
    outline = Outline(
        "Draft", (Section("Draft", (Passage(Kind.HEADING, "Aims"), paragraph("One."))),)
    )
    untitled = Outline("Draft", (Section("Draft", outline.sections[0].passages, is_untitled=True),))

    kept = correcting.promote_passage(outline, section=0, passage=0)
    gone = correcting.promote_passage(untitled, section=0, passage=0)

    assert shape(kept.outline) == {"Draft": [], "Aims": ["One."]}
    assert shape(gone.outline) == {"Aims": ["One."]}
    assert (kept.section, gone.section) == (1, 0)


def test_front_matter_is_marked_and_unmarked():
    marked = correcting.mark_front_matter(OUTLINE, section=1)
    unmarked = correcting.mark_front_matter(marked.outline, section=1)

    assert marked.outline.sections[1].is_front_matter
    assert unmarked.outline == OUTLINE


def test_what_is_left_out_is_gone_and_said():
    section = correcting.drop_section(OUTLINE, section=1)
    passage = correcting.drop_passage(OUTLINE, section=1, passage=2)

    assert list(shape(section.outline)) == ["Front page", "Grants"]
    assert section.said == "Section 1 “Aims” was left out, with its 3 passages."
    assert shape(passage.outline)["Aims"] == ["First.", "Second."]
    assert (passage.said, passage.passage) == ("Passage 1.3 “Third.” was left out.", 1)


def test_the_last_passage_of_a_section_may_be_left_out():
    done = correcting.drop_passage(OUTLINE, section=0, passage=0)

    assert (shape(done.outline)["Front page"], done.passage) == ([], None)


def test_two_passages_are_merged_and_links_move_along():
    first = paragraph("See http://a.org", links=(Link(4, 16, "http://a.org"),))
    second = Passage(Kind.NUMBERED, "or http://b.org", "2.", (Link(3, 15, "http://b.org"),))
    outline = Outline("Draft", (Section("One", (first, second)),))

    done = correcting.merge_passage(outline, section=0, passage=1)

    (merged,) = done.outline.sections[0].passages
    assert merged.text == "See http://a.org 2. or http://b.org"
    assert merged.kind == Kind.PARAGRAPH
    assert [merged.text[link.start : link.end] for link in merged.links] == [
        "http://a.org",
        "http://b.org",
    ]


def test_a_number_goes_into_the_words_and_comes_out_again():
    point = Passage(Kind.NUMBERED, "go to http://a.org", "(a)", (Link(6, 18, "http://a.org"),))
    outline = Outline("Draft", (Section("One", (point,)),))

    plain = correcting.change_kind(outline, section=0, passage=0, kind="paragraph")
    again = correcting.change_kind(plain.outline, section=0, passage=0, kind="numbered")

    (passage,) = plain.outline.sections[0].passages
    assert (passage.marker, passage.text) == ("", "(a) go to http://a.org")
    assert passage.text[passage.links[0].start :] == "http://a.org"
    assert again.outline == outline


@pytest.mark.parametrize(
    ("name", "arguments", "said"),
    [
        ("merge_section", {"section": 0}, "first section"),
        ("demote_section", {"section": 0}, "first section"),
        ("merge_section", {"section": 9}, "no such section"),
        ("drop_section", {"section": -1}, "no such section"),
        ("merge_passage", {"section": 1, "passage": 0}, "first of its section"),
        ("split_section", {"section": 1, "passage": 0}, "begins here already"),
        ("drop_passage", {"section": 1, "passage": 3}, "no such passage"),
        ("change_kind", {"section": 1, "passage": 0, "kind": "paragraph"}, "already"),
        ("change_kind", {"section": 1, "passage": 0, "kind": "numbered"}, "begins with its number"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(name, arguments, said):
    with pytest.raises(CannotCorrect, match=said):
        getattr(correcting, name)(OUTLINE, **arguments)


def test_a_passage_too_long_for_a_title_is_refused():
    outline = Outline("Draft", (Section("One", (paragraph("x" * 256),)),))

    with pytest.raises(CannotCorrect, match="this passage has 256"):
        correcting.promote_passage(outline, section=0, passage=0)


def test_what_is_more_than_words_stays_what_it_is(monkeypatch):
    """As a table would: here a mark stands for one."""
    monkeypatch.setattr(correcting, "WORDS_ONLY", tuple(set(WORDS_ONLY) - {Kind.MARK}))

    for name, more in (("change_kind", {"kind": "paragraph"}), ("promote_passage", {})):
        with pytest.raises(CannotCorrect, match="A mark cannot become"):
            getattr(correcting, name)(OUTLINE, section=0, passage=0, **more)


KEEPS_EVERY_WORD = (
    "demote_section",
    "split_section",
    "promote_passage",
    "merge_passage",
    "change_kind",
    "mark_front_matter",
)
kinds = st.sampled_from(list(WORDS_ONLY))


@st.composite
def outlines(draw):
    """Sections whose every word stands once in the whole outline."""
    count = draw(st.integers(1, 4))
    words = iter(range(10_000))
    sections = []
    for _ in range(count):
        made = [
            Passage(
                kind := draw(kinds),
                f"Word{next(words)} word{next(words)}",
                f"{next(words)}." if kind == Kind.NUMBERED else "",
                (Link(0, 4, "https://example.org"),),
            )
            for _ in range(draw(st.integers(0, 4)))
        ]
        sections.append(Section(f"Title{next(words)}", tuple(made), draw(st.booleans())))
    return Outline("Draft", tuple(sections))


def words_in(outline):
    texts = [section.title for section in outline.sections]
    texts += [f"{p.marker} {p.text}" for s in outline.sections for p in s.passages]
    return Counter(word for text in texts for word in text.split() if word != "(continued)")


@settings(max_examples=120, deadline=None)
@given(outlines(), st.sampled_from(KEEPS_EVERY_WORD), st.integers(0, 4), st.integers(0, 4), kinds)
def test_no_word_is_lost_and_no_link_slips(outline, name, section, passage, kind):
    arguments = {"section": section}
    if name in ("split_section", "promote_passage", "merge_passage", "change_kind"):
        arguments["passage"] = passage
    if name == "change_kind":
        arguments["kind"] = kind
    try:
        done = getattr(correcting, name)(outline, **arguments).outline
    except CannotCorrect:
        return

    lost = words_in(outline) - words_in(done)
    split_title = outline.sections[section].title if name == "split_section" else ""
    gained = words_in(done) - words_in(outline)
    assert not lost
    assert set(gained) <= {split_title}
    for passages in (s.passages for s in done.sections):
        for found in passages:
            assert all(found.text[a.start : a.end] == "Word" for a in found.links)
