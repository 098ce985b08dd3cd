"""The same draft, saved in every kind of file, is the same outline, and no word of it is lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from consultations.drafts.importing import Outline, read, read_bytes
from consultations.drafts.importing.decoding import decode
from consultations.drafts.importing.outline import words, words_of_source

from .samples import WRITERS

PROJECT = Path(__file__).parents[4]
DEMO = PROJECT / "site/demo/content/strategy.txt"
SEEDS = sorted((PROJECT.parent / "shared/seed").glob("*.txt"))
SOURCES = [
    pytest.param(DEMO, id="demo"),
    pytest.param(
        SEEDS[0] if SEEDS else None,
        id="seed",
        marks=pytest.mark.skipif(
            not SEEDS, reason="The real seed is not beside this checkout (../shared/seed)."
        ),
    ),
]


def plain(outline: Outline) -> Outline:
    """Without notes, and without emphasis, which plain text does not have."""
    sections = tuple(
        replace(
            section, passages=tuple(replace(passage, emphasis=()) for passage in section.passages)
        )
        for section in outline.sections
    )
    return replace(outline, sections=sections, notes=())


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("by_look", [False, True], ids=["styled", "by look"])
@pytest.mark.parametrize("name", WRITERS)
def test_every_format_gives_the_outline_of_the_plain_text(source, name, by_look):
    expected = read(source)

    outline = read_bytes(WRITERS[name](expected, by_look=by_look), name)

    assert outline.title == expected.title
    assert plain(outline).sections == expected.sections
    assert words(outline) == words_of_source(decode(source.read_bytes()))
