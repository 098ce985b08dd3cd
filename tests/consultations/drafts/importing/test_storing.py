"""An outline as JSON and back: every field of every part, known today or not."""

import json
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consultations.drafts.importing import storing
from consultations.drafts.importing.outline import Kind, Link, Outline, Passage, Section
from consultations.drafts.importing.storing import UnknownFormat, as_json, from_json

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
links = st.builds(Link, st.integers(0, 9), st.integers(0, 9), texts)
passages = st.builds(
    Passage,
    kind=st.sampled_from(list(Kind)),
    text=texts,
    marker=texts,
    links=st.lists(links, max_size=2).map(tuple),
)
sections = st.builds(
    Section,
    title=texts,
    passages=st.lists(passages, max_size=4).map(tuple),
    is_front_matter=st.booleans(),
    is_untitled=st.booleans(),
)
outlines = st.builds(Outline, title=texts, sections=st.lists(sections, max_size=3).map(tuple))


def through_json(outline):
    return from_json(json.loads(json.dumps(as_json(outline))))


@settings(max_examples=50, deadline=None)
@given(outlines)
def test_every_outline_comes_back_as_it_was(outline):
    assert through_json(outline) == outline


@dataclass(frozen=True)
class Picture(Passage):
    """A part as a later release may have it: bytes, and things within things."""

    image: bytes = b""
    cells: tuple[tuple[str, ...], ...] = ()
    sizes: tuple[float | None, ...] = ()
    beside: Link | None = None


@pytest.fixture
def later_release(monkeypatch):
    monkeypatch.setitem(storing.KNOWN, "Picture", Picture)


def test_fields_that_come_later_are_carried_along(later_release):
    picture = Picture(
        Kind.PARAGRAPH,
        "A map.",
        image=bytes(range(256)),
        cells=(("a", "b"), ("c",)),
        sizes=(1.5, None),
        beside=Link(0, 1, "https://example.org"),
    )
    outline = Outline("Draft", (Section("One", (picture,)),))

    assert through_json(outline) == outline


def test_a_field_that_was_taken_away_is_left_out():
    stored = as_json(Outline("Draft", (Section("One", (Passage(Kind.PARAGRAPH, "Text."),)),)))
    stored["outline"]["sections"][0]["colour"] = "red"

    assert from_json(stored).sections[0].title == "One"


def test_another_version_is_refused():
    with pytest.raises(UnknownFormat):
        from_json({"version": 2, "outline": {}})


@pytest.mark.parametrize("value", [object(), Picture(Kind.MARK, "DRAFT")])
def test_what_is_no_part_of_an_outline_is_refused(value):
    with pytest.raises(TypeError, match="An outline holds no"):
        storing.encode(value)
