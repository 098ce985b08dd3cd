"""Two whole drafts: the real one of 2010, where it is at hand, and the demo's of the same shape."""

import re
from collections import Counter
from pathlib import Path

import pytest

from consultations.drafts.importing import Kind, Outline, Passage, read
from consultations.drafts.importing.decoding import decode
from consultations.drafts.importing.outline import words, words_of_source

PROJECT = Path(__file__).parents[4]
DEMO = PROJECT / "site/demo/content/strategy.txt"
SEEDS = sorted((PROJECT.parent / "shared/seed").glob("*.txt"))
needs_seed = pytest.mark.skipif(
    not SEEDS, reason="The real seed is not beside this checkout (../shared/seed)."
)
KINDS = {
    Kind.PARAGRAPH: 66,
    Kind.BULLET: 34,
    Kind.NUMBERED: 21,
    Kind.HEADING: 20,
    Kind.QUOTATION: 2,
    Kind.MARK: 1,
}


@pytest.fixture(scope="module")
def demo() -> Outline:
    return read(DEMO)


@pytest.fixture(scope="module")
def seed() -> Outline:
    return read(SEEDS[0])


def passages(outline: Outline) -> list[Passage]:
    return [passage for section in outline.sections for passage in section.passages]


def headings(outline: Outline) -> dict[str, list[str]]:
    return {
        section.title: [
            passage.text for passage in section.passages if passage.kind is Kind.HEADING
        ]
        for section in outline.sections
    }


def list_after(outline: Outline, opening: str) -> list[tuple[Kind, str, str]]:
    """Kind, marker and first two words of what follows the paragraph, up to the next one."""
    found = passages(outline)
    start = next(i for i, passage in enumerate(found) if passage.text.startswith(opening)) + 1
    items = []
    for passage in found[start:]:
        if passage.kind not in (Kind.BULLET, Kind.NUMBERED):
            break
        items.append((passage.kind, passage.marker, " ".join(passage.text.split()[:2])))
    return items


def bullets(*openings: str) -> list[tuple[Kind, str, str]]:
    return [(Kind.BULLET, "", opening) for opening in openings]


def numbered(sign: str, *openings: str) -> list[tuple[Kind, str, str]]:
    return [(Kind.NUMBERED, f"{i}{sign}", opening) for i, opening in enumerate(openings, 1)]


def test_demo_keeps_every_word(demo: Outline):
    assert words(demo) == words_of_source(decode(DEMO.read_bytes()))


def test_demo_has_its_sections_and_their_headings(demo: Outline):
    assert demo.title == "Towards a Thriving Voluntary and Community Sector"
    assert headings(demo) == {
        "Front page": ["Contents"],
        "A Vision for Thurrock": [],
        "Introduction": [
            "What we mean by the voluntary and community sector",
            "Why does Thurrock need a strategy for this?",
            "What the sector does for strong, active and confident communities",
            "What the sector does for a council that listens",
            "What the sector brings with it",
            "What a council can do for the sector",
        ],
        "Where we are now": [
            "What the survey said about a 'thriving sector'",
            "Our Compact.",
            "The Support and Training That Voluntary, Community and Faith Groups Say They Need",
            "Value for money",
            "Grants",
            "Commissioning",
            "The Local Strategic Partnership",
            "Having a say in priorities",
            "What the Community Involvement Board has asked for",
            "Partnership Improvement Programme",
        ],
        "What is driving change": [
            "The new government",
            "The Need to Spend Less",
            "Priorities in Thurrock",
        ],
        "Our objectives for a thriving sector": [],
        "Planning and next steps": [],
    }


def test_demo_has_so_many_passages_of_each_kind(demo: Outline):
    assert Counter(passage.kind for passage in passages(demo)) == KINDS


def test_demo_joins_the_broken_paragraph_and_finds_the_link(demo: Outline):
    texts = [passage.text for passage in passages(demo)]
    linked = [passage for passage in passages(demo) if passage.links]

    assert any("that meet in the Local Strategic Partnership (LSP) and" in text for text in texts)
    assert [(link.href, passage.text[link.start : link.end]) for passage in linked
            for link in passage.links] == [("https://www.example.org/compact",) * 2]  # fmt: skip


@needs_seed
def test_demo_has_the_shape_of_the_seed_and_none_of_its_sentences(demo: Outline, seed: Outline):
    shapes = [
        [[(passage.kind, passage.marker) for passage in section.passages] for section in o.sections]
        for o in (demo, seed)
    ]
    sentences = [
        {
            sentence.casefold()
            for passage in passages(outline)
            for sentence in re.split(r"(?<=[.!?:])\s+", passage.text)
            if len(sentence.split()) > 4
        }
        for outline in (demo, seed)
    ]

    assert shapes[0] == shapes[1]
    assert len(sentences[0]) > 150
    assert sentences[0] & sentences[1] == set()


@needs_seed
def test_seed_keeps_every_word(seed: Outline):
    assert words(seed) == words_of_source(decode(SEEDS[0].read_bytes()))
    assert len(words(seed)) == 3647


@needs_seed
def test_seed_has_its_sections_and_their_headings(seed: Outline):
    assert seed.title == "Towards Developing a Thriving Voluntary and Community Sector Strategy"
    assert headings(seed) == {
        "Front page": ["Content"],
        "A Vision for Thurrock": [],
        "Introduction": [
            "Definition of voluntary and community organisations",
            "Why A strategy for supporting the environment for a Thriving Voluntary and Community "
            "Sector?",
            "The importance of the voluntary and community sector to strong and active and "
            "empowered local communities",
            "The value of the voluntary and community sector to responsive and effective local "
            "government",
            "The value of the assets that a strong voluntary and community sector bring to an area",
            "The value of local government to voluntary and community organisations",
        ],
        "Background and where we are now": [
            "National Survey into a 'Thriving Third Sector'",
            "Thurrock's Compact.",
            "The Support and Development Needs (Infrastructure needs) of the Voluntary, Community "
            "and Faith Sector in Thurrock",
            "Value for money",
            "Grant funding",
            "Commissioning",
            "Thurrock Local Strategic Partnership",
            "Influencing priorities",
            "The Community Involvement Board of the LSP",
            "Partnership Improvement Programme",
        ],
        "Drivers for changes": [
            "National Government",
            "The Need to Reduce Public Sector Spending",
            "Local Priorities",
        ],
        "Developing a thriving voluntary and community sector strategy": [],
        "Action planning and next steps": [],
    }


@needs_seed
def test_seed_has_so_many_passages_of_each_kind(seed: Outline):
    assert Counter(passage.kind for passage in passages(seed)) == KINDS


@needs_seed
def test_seed_has_a_front_page_of_contents_and_mark(seed: Outline):
    front = seed.sections[0]

    assert [section.is_front_matter for section in seed.sections] == [True] + [False] * 6
    assert [(passage.kind, passage.marker, passage.text) for passage in front.passages] == [
        (Kind.HEADING, "", "Content"),
        (Kind.NUMBERED, "1.", "A Vision for Thurrock"),
        (Kind.NUMBERED, "2.", "Introduction"),
        (Kind.NUMBERED, "3.", "Background"),
        (Kind.NUMBERED, "4.", "Drivers for change"),
        (Kind.NUMBERED, "5.", "Challenges"),
        (Kind.NUMBERED, "6.", "Commissioning"),
        (Kind.NUMBERED, "7.", "Way Forward"),
        (Kind.MARK, "", "DRAFT"),
    ]


@needs_seed
def test_seed_has_two_quotations_in_its_vision(seed: Outline):
    quotations = [passage for passage in passages(seed) if passage.kind is Kind.QUOTATION]

    assert [passage in seed.sections[1].passages for passage in quotations] == [True, True]
    assert [(text[:9], text[-14:]) for text in (passage.text for passage in quotations)] == [
        ("'We want ", "ly improving'."),
        ('"We share', ' partnership".'),
    ]


@needs_seed
def test_seed_has_its_lists(seed: Outline):
    assert list_after(seed, "In order to achieve this vision") == numbered(
        ".", "To improve", "To encourage", "To ensure", "To provide", "To build"
    )
    assert list_after(seed, "The voluntary and community sector is remarkably") == bullets(
        "Voluntary organisations",
        "Registered Charities",
        "Community groups",
        "Tenants and",
        "Faith groups",
        "Housing Associations",
        "Most co-operatives",
        "Most sports,",
        "Grant making",
        "Private clubs",
    )
    assert list_after(seed, "Common features") == bullets(
        "Are 'value-driven'", "Principally reinvest", "Are committed"
    )
    assert list_after(seed, "Thurrock's Compact can be viewed") == numbered(
        ".",
        "Consultation, involvement",
        "Partnership working",
        "Resourcing, procurement",
        "Equalities and",
        "Volunteering and",
        "Community groups",
    )
    assert list_after(seed, "Senior staff") == numbered(":", "To make", "To clarify", "To agree")
    assert len(list_after(seed, "There are a number of related")) == 7
    assert len(list_after(seed, "Set out below")) == 6


@needs_seed
def test_seed_has_its_broken_paragraphs_joined_and_its_whole_ones_apart(seed: Outline):
    texts = [passage.text for passage in passages(seed) if passage.kind is Kind.PARAGRAPH]

    for joined in ("public sector partners of Shaping Thurrock", "messages are communicated and"):
        assert sum(joined in text for text in texts) == 1
    for opening in ("The Third Sector? Voluntary", "Thurrock's Compact includes the faith"):
        assert sum(text.startswith(opening) for text in texts) == 1
    assert [text[-34:] for text in texts if text.startswith("Local intelligence")] == [
        "relationship with the voluntary sector"[-34:]
    ]


@needs_seed
def test_seed_has_one_link(seed: Outline):
    address = "http://www.shapingthurrock.org.uk/communities/content.php?page=compact"

    assert [
        (link.href, passage.text[link.start : link.end])
        for passage in passages(seed)
        for link in passage.links
    ] == [(address, address)]
