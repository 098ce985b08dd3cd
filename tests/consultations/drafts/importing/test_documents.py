"""Two real documents of quite other shapes, where they are at hand."""

from collections import Counter
from pathlib import Path

import pytest

from consultations.drafts.importing import Kind, Outline, read

FOLDER = Path(__file__).parents[4].parent / "shared/data/documents"
STANDARD = FOLDER / "asvs-5.0.0-en.docx"
STRATEGY = FOLDER / "govuk-design-system-accessibility-strategy.md"


def needs(path: Path):
    return pytest.mark.skipif(
        not path.exists(), reason=f"{path.name} is not beside this checkout (../shared/data)."
    )


@pytest.fixture(scope="module")
def standard() -> Outline:
    return read(STANDARD)


@needs(STANDARD)
def test_a_security_standard_in_word_has_its_chapters_and_tables(standard):
    titles = [section.title for section in standard.sections]
    kinds = Counter(p.kind for section in standard.sections for p in section.passages)

    assert standard.title == "Application Security Verification Standard"
    assert titles[:3] == ["Front page", "Frontispiece", "Preface"]
    assert "V6 Authentication" in titles
    assert len(titles) == 28
    assert kinds[Kind.TABLE] == 98
    assert kinds[Kind.FIGURE] == 1
    assert standard.notes == ("The words at the head and foot of its pages were left out.",)


@needs(STANDARD)
def test_its_tables_have_the_heading_rows_that_word_marks(standard):
    chapter = next(section for section in standard.sections if section.title.startswith("V1 "))
    tables = [passage.table for passage in chapter.passages if passage.table]

    assert all(table.has_header_row for table in tables)
    assert [cell.text for cell in tables[0].rows[0]] == ["#", "Description", "Level"]
    assert tables[0].rows[1][0].text == "1.1.1"


@needs(STRATEGY)
def test_a_strategy_in_markdown_has_its_sections_and_its_title_from_the_settings():
    outline = read(STRATEGY)

    assert (outline.title, outline.is_untitled) == ("Accessibility strategy", True)
    assert len(outline.sections) == 11
    assert outline.sections[1].title == "Accessibility and design systems"
    assert any(
        link.href == "https://www.w3.org/WAI/fundamentals/accessibility-intro/"
        for section in outline.sections
        for passage in section.passages
        for link in passage.links
    )
    assert outline.notes[0].startswith("The settings at the top of the file were left out")
