"""One text, read from an outline, from what editors saved last, and from what was frozen."""

import pytest

from consultations.drafts.domain.checking.document import of_draft, of_outline
from consultations.drafts.importing import Kind, Link, Outline, Passage, Section
from consultations.drafts.importing.publish import make_draft
from consultations.drafts.models import SectionPage
from tests.factories.consultations import make_consultation, make_outline

pytestmark = pytest.mark.django_db


def outline():
    passages = (
        Passage(Kind.HEADING, "Aims & ends"),
        Passage(Kind.PARAGRAPH, "See it here.", links=(Link(7, 11, "https://a.gov.uk/?a=1&b=2"),)),
        Passage(Kind.NUMBERED, "First of all.", marker="(a)"),
        Passage(Kind.MARK, "DRAFT"),
    )
    front = Section("Front page", (Passage(Kind.BULLET, "Our plan"),), is_front_matter=True)
    return Outline("Draft strategy", (front, Section("Our plan", passages)))


def content(document):
    return [
        (section.title, section.is_front_matter, [
            (one.kind, one.text, one.marker, one.links, one.number) for one in section.passages
        ])
        for section in document.sections
    ]  # fmt: skip


def test_a_text_is_the_same_wherever_it_is_read_from():
    draft = make_draft(outline(), consultation=make_consultation())
    edited = of_draft(draft)
    draft.get_latest_revision().publish()
    draft.refresh_from_db()

    assert content(edited) == content(of_outline(outline())) == content(of_draft(draft))


def test_a_block_keeps_its_id_for_the_link_to_it():
    draft = make_draft(outline(), consultation=make_consultation())
    edited = of_draft(draft)
    draft.get_latest_revision().publish()
    draft.refresh_from_db()

    ids = [[one.block for one in section.passages] for section in edited.sections]
    assert ids == [[one.block for one in section.passages] for section in of_draft(draft).sections]
    assert all(block for section in ids for block in section)


def test_what_was_saved_last_is_read_and_not_what_was_saved_first():
    draft = make_draft(make_outline(sections=1), consultation=make_consultation())
    section = SectionPage.objects.get()
    section.body = [{"type": "paragraph", "value": "<p>Newer words.</p>"}]
    section.title = "Newer title"
    section.save_revision()

    [found] = of_draft(draft).sections
    assert (found.title, [one.text for one in found.passages]) == ("Newer title", ["Newer words."])


@pytest.mark.parametrize("frozen", [False, True])
def test_a_long_draft_takes_as_many_queries_as_a_short_one(django_assert_num_queries, frozen):
    for sections in (1, 3):
        draft = make_draft(make_outline(sections=sections), consultation=make_consultation())
        if frozen:
            draft.get_latest_revision().publish()
            draft.refresh_from_db()
        with django_assert_num_queries(2):
            of_draft(draft)
