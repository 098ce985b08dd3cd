"""Two whole drafts and a clean one: the real one of 2010, where it is at hand, and the demo's."""

from pathlib import Path

import pytest

from consultations.drafts.domain.checking import check_alone
from consultations.drafts.domain.checking.document import of_outline
from consultations.drafts.domain.checking.wording import measure
from consultations.drafts.importing import read
from tests.consultations.drafts.domain.checking.texts import (
    bullets,
    codes,
    passage,
    section,
    with_contents,
)

PROJECT = Path(__file__).parents[5]
SEEDS = sorted((PROJECT.parent / "shared/seed").glob("*.txt"))
needs_seed = pytest.mark.skipif(
    not SEEDS, reason="The real seed is not beside this checkout (../shared/seed)."
)


@pytest.fixture(scope="module")
def seed():
    return of_outline(read(SEEDS[0]))


@pytest.fixture(scope="module")
def demo():
    return of_outline(read(PROJECT / "site/demo/content/strategy.txt"))


def about(document, code):
    return [one.about for one in check_alone(document) if one.code == code]


@needs_seed
def test_the_real_draft_promises_sections_that_it_does_not_have(seed):
    assert about(seed, "contents.no_section") == ["Challenges", "Way Forward"]
    assert about(seed, "contents.heading_inside") == ["Commissioning"]


@needs_seed
def test_the_real_draft_has_five_unexplained_short_forms_and_one_explained_late(seed):
    assert about(seed, "acronyms.never") == ["PCT", "TCEN", "CVS", "IDeA", "VCS"]
    assert about(seed, "acronyms.late") == ["LSP"]


@needs_seed
def test_the_real_draft_miscounts_one_list_and_has_one_link_that_is_not_secure(seed):
    findings = check_alone(seed)

    assert [one.sentence for one in findings if one.code == "counts.list"] == [
        "The text says “these three factors”, and 7 points come before."
    ]
    assert codes(one for one in findings if one.subject == "links") == ["links.not_secure"]


@needs_seed
def test_the_real_draft_asks_nothing_and_gives_no_dates_contact_or_alternatives(seed):
    assert codes(one for one in check_alone(seed) if one.subject == "reader") == [
        "reader.no_question",
        "reader.no_dates",
        "reader.no_contact",
        "reader.no_alternatives",
    ]


@needs_seed
def test_the_real_draft_is_hard_to_read(seed):
    """A tool that reads a list without full stops as one sentence says 68 of 141, grade 16.5."""
    measured = measure(seed)

    assert (len(measured.long), len(measured.sentences)) == (59, 160)
    assert measured.grade == pytest.approx(15.1, abs=0.1)
    assert measured.ease == pytest.approx(24.1, abs=0.5)


def test_the_demo_shows_what_the_check_finds(demo):
    findings = check_alone(demo)

    assert [one.about for one in findings if one.subject == "contents"] == [
        "Background",
        "What Stands in the Way",
        "Commissioning",
        "Next Steps / Planning and next steps",
        "Where we are now",
        "Our objectives for a thriving sector",
    ]
    assert codes(one for one in findings if one.subject != "contents") == [
        "reader.no_dates",
        "reader.no_contact",
        "reader.no_alternatives",
        "links.placeholder",
    ]


def test_a_clean_draft_has_no_findings():
    plan = section(
        "Our plan",
        "The Local Strategic Partnership (LSP) has three aims:",
        *bullets(3),
        "These three aims are new. The LSP looked at two other options and chose this one. " * 8,
    )
    steps = section(
        "Next steps",
        "What would you change? The consultation closes at noon on 26 September 2026.",
        passage(
            "Ask us at strategy@thurrock.gov.uk or read the Compact.",
            links=[("https://www.thurrock.gov.uk/compact", "the Compact")],
        ),
    )

    assert check_alone(with_contents(["Our plan", "Next steps"], plan, steps)) == []
