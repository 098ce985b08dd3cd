import pytest

from consultations.drafts.domain.checking.contents import check_contents
from tests.consultations.drafts.domain.checking.texts import (
    codes,
    document,
    passage,
    section,
    with_contents,
)


def found(entries, *sections):
    return [
        (one.code.partition(".")[2], one.about)
        for one in check_contents(with_contents(entries, *sections))
    ]


def test_an_entry_without_a_section_and_a_section_without_an_entry():
    assert found(["Vision", "Challenges"], section("Vision"), section("Next steps")) == [
        ("no_section", "Challenges"),
        ("not_listed", "Next steps"),
    ]


def test_an_entry_that_is_only_a_heading_inside_a_section():
    inside = section("Background", passage("Commissioning", "heading"), "We buy services.")

    assert found(["Background", "Commissioning"], inside) == [("heading_inside", "Commissioning")]


def test_a_list_of_two_levels_may_name_headings_inside():
    inside = section("Background", passage("Grants", "heading"), passage("Buying", "heading"))

    assert found(["Background", "Grants", "Buying"], inside) == []


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("Background", "Background and where we are now"),
        ("Next steps", "Planning and next steps"),
        ("Drivers for change", "Drivers for changes"),
    ],
)
def test_a_section_by_other_words_is_found_and_said(entry, title):
    assert found([entry], section(title)) == [("other_words", f"{entry} / {title}")]


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("A VISION FOR THURROCK", "A vision for Thurrock"),
        ("Background ........ 4", "Background"),
        ("Aims & values", "Aims and values"),
        ("What Is Driving Change?", "3. What is driving change"),
    ],
)
def test_capitals_page_numbers_and_signs_make_no_difference(entry, title):
    assert found([entry], section(title)) == []


def test_a_draft_without_a_contents_list_is_fine():
    assert codes(check_contents(document("We will plant trees."))) == []
