"""A corrected file into an unpublished draft: who keeps an id, a page, a place."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from consultations.drafts.importing.finishing import (
    DraftChangedMeanwhile,
    NothingToMake,
    finish,
)
from consultations.drafts.importing.outline import Kind, Link, Outline, Passage, Section
from consultations.drafts.importing.publish import make_draft
from consultations.drafts.importing.republish import LockedPage, compare, fingerprint, put_into
from consultations.drafts.importing.steps import ChangedMeanwhile
from consultations.drafts.models import DraftPage, FrozenDraft, ImportState, SectionPage
from records.models import LogEntry
from tests.factories.consultations import make_consultation, make_published_draft
from tests.factories.imports import TEXT, correct, make_import
from tests.factories.people import make_user


def paragraph(text, **fields):
    return Passage(Kind.PARAGRAPH, text, **fields)


AIMS = Section(
    "Aims",
    (
        paragraph("We will work with groups of every size as equals."),
        paragraph("We will publish what we spend in every quarter."),
        Passage(Kind.NUMBERED, "Meet in every part of the borough.", "1."),
    ),
)
GRANTS = Section("Grants", (paragraph("Grants will last three years."), paragraph("So be it.")))
OUTLINE = Outline("Draft strategy", (AIMS, GRANTS))


def blocks(draft):
    """Every block of the draft as its editors see it: {text: id}."""
    found = {}
    for page in draft.sections():
        for block in page.get_latest_revision_as_object().body.get_prep_value():
            value = block["value"]
            text = value["text"] if isinstance(value, dict) else value
            found[re.sub("<[^>]+>", "", text)] = block["id"]
    return found


def titles(draft):
    return [page.get_latest_revision_as_object().title for page in draft.sections()]


def sums(comparison):
    return tuple(
        len(part)
        for part in (
            comparison.unchanged,
            comparison.edited,
            comparison.added,
            comparison.removed,
        )
    )


@pytest.fixture
def draft(db):
    return make_draft(OUTLINE, consultation=make_consultation())


def put(draft, *sections, by=None, title="Draft strategy"):
    return put_into(draft_id=draft.pk, outline=Outline(title, sections), by=by)


def test_the_same_file_changes_nothing(draft):
    before = list(draft.sections().values_list("pk", "latest_revision_id"))

    assert sums(put(draft, AIMS, GRANTS)) == (5, 0, 0, 0)
    assert list(draft.sections().values_list("pk", "latest_revision_id")) == before


def test_an_edited_passage_keeps_its_id_and_gets_its_words(draft):
    before = blocks(draft)
    edited = paragraph("We will publish all we spend in every quarter of the year.")
    new = paragraph("A completely different thought about trees.")
    aims = Section("Aims", (AIMS.passages[0], edited, new))

    comparison = put(draft, aims, GRANTS)

    after = blocks(draft)
    assert sums(comparison) == (3, 1, 1, 1)
    assert after[edited.text] == before[AIMS.passages[1].text]
    assert after[new.text] not in before.values()
    assert AIMS.passages[2].text not in after
    assert after[AIMS.passages[0].text] == before[AIMS.passages[0].text]


def test_what_an_editor_has_emphasised_stays_where_the_words_are_the_same(draft):
    page = draft.sections().first()
    body = page.body.get_prep_value()
    body[0]["value"] = (
        '<p data-block-key="x1">We will work with <b>groups</b> of every size as equals.</p>'
    )
    page.body = body
    page.save_revision()

    comparison = put(draft, AIMS, GRANTS)

    latest = draft.sections().first().get_latest_revision_as_object()
    assert sums(comparison) == (5, 0, 0, 0)
    assert "<b>groups</b>" in latest.body[0].value.source


def test_another_link_on_the_same_words_is_an_edit(draft):
    first = paragraph(AIMS.passages[0].text, links=(Link(0, 2, "https://example.org"),))

    comparison = put(draft, Section("Aims", (first, *AIMS.passages[1:])), GRANTS)

    assert sums(comparison) == (4, 1, 0, 0)
    page = draft.sections().first().get_latest_revision_as_object()
    assert "https://example.org" in page.body[0].value.source


def test_sections_keep_their_pages_their_addresses_and_their_plain_words(draft):
    aims, grants = draft.sections()
    aims.plain_summary = "<p>What we want.</p>"
    aims.save_revision()
    renamed = Section("What we want", AIMS.passages)

    put(draft, GRANTS, Section("A new one", (paragraph("New."),)), renamed)

    found = list(draft.sections())
    assert [page.pk for page in found] == [grants.pk, found[1].pk, aims.pk]
    assert titles(draft) == ["Grants", "A new one", "What we want"]
    assert found[2].slug == aims.slug
    assert "What we want." in found[2].get_latest_revision_as_object().plain_summary
    assert SectionPage.find_problems() == ([], [], [], [], [])


def test_a_section_that_is_gone_takes_its_page_with_it(draft, officer):
    comparison = put(draft, AIMS, by=officer)

    assert titles(draft) == ["Aims"]
    assert [page.title for page in comparison.gone] == ["Grants"]


def test_the_draft_keeps_its_title_unless_it_was_changed(draft, officer):
    put(draft, AIMS, GRANTS, title="A better title", by=officer)

    assert DraftPage.objects.get(pk=draft.pk).get_latest_revision_as_object().title == (
        "A better title"
    )


def test_a_passage_that_moves_to_another_section_keeps_its_id(draft):
    before = blocks(draft)
    moved = AIMS.passages[0]

    put(
        draft,
        Section("Aims", AIMS.passages[1:]),
        Section("Grants", (*GRANTS.passages, moved)),
    )

    assert blocks(draft) == before


def test_a_published_version_is_refused(db):
    draft = make_published_draft()

    with pytest.raises(FrozenDraft):
        put(draft, AIMS)


def test_a_locked_section_is_refused(draft, officer):
    page = draft.sections().first()
    page.locked, page.locked_by = True, make_user("somebody-else")
    page.save()

    with pytest.raises(LockedPage, match="“Aims” is locked"):
        put(draft, GRANTS, by=officer)
    assert titles(draft) == ["Aims", "Grants"]


@pytest.mark.django_db
class TestFinishing:
    def make(self, found, by, **more):
        found.refresh_from_db()
        return finish(draft_import_id=found.pk, version=found.version, by=by, **more)

    def test_makes_one_draft_however_often_it_is_asked(self, officer):
        found = make_import(officer)
        correct(found, "retitle", title="Our plan")

        first = self.make(found, officer)
        second = finish(draft_import_id=found.pk, version=0, by=officer)

        assert first == second
        assert not first.live
        assert first.owner == officer
        assert titles(first) == ["Working together", "Grants"]
        assert DraftPage.objects.get().title == "Our plan"
        found.refresh_from_db()
        assert (found.state, found.outline, found.steps.count()) == (ImportState.MADE, None, 0)
        assert LogEntry.objects.get(action="draft_imported").subject == f"draft:{first.pk}"

    def test_of_an_older_version_makes_nothing(self, officer):
        found = make_import(officer)
        correct(found, "drop-section", section=0)

        with pytest.raises(ChangedMeanwhile):
            finish(draft_import_id=found.pk, version=0, by=officer)
        assert not DraftPage.objects.exists()

    def test_without_a_passage_is_refused(self, officer):
        found = make_import(officer)
        for _ in range(2):
            correct(found, "drop-section", section=0)

        with pytest.raises(NothingToMake):
            self.make(found, officer)

    def test_of_a_corrected_file_puts_it_into_the_draft(self, officer):
        draft = self.make(make_import(officer), officer)
        before = blocks(draft)
        found = make_import(
            officer,
            text=TEXT.replace("three years", "four years"),
            consultation=draft.consultation,
            corrects=draft,
        )

        same = self.make(found, officer, seen=fingerprint(draft))

        assert (same.pk, DraftPage.objects.count()) == (draft.pk, 1)
        assert set(before.values()) == set(blocks(draft).values())
        assert "Grants will last four years." in blocks(draft)
        assert LogEntry.objects.get(action="draft_text_corrected").by == officer

    def test_of_a_draft_that_was_edited_meanwhile_changes_nothing(self, officer):
        draft = self.make(make_import(officer), officer)
        found = make_import(officer, text=TEXT, consultation=draft.consultation, corrects=draft)
        seen = fingerprint(draft)
        draft.sections().first().save_revision()

        with pytest.raises(DraftChangedMeanwhile):
            self.make(found, officer, seen=seen)


sentences = st.sampled_from([f"Sentence {number} has words of its own." for number in range(9)])


class TestAnyEdit(TestCase):
    @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def test_keeps_the_ids_of_what_stayed(self, data):
        texts = data.draw(st.lists(sentences, unique=True, min_size=2, max_size=9))
        cut = data.draw(st.integers(1, len(texts) - 1))
        draft = make_draft(self.outline(texts, cut), consultation=make_consultation())
        before = blocks(draft)
        left = [text for text in texts if data.draw(st.booleans())] or texts[:1]
        edited = {
            text: f"{text[:-1]} indeed." if data.draw(st.integers(0, 3)) == 0 else text
            for text in left
        }
        new = [*edited.values(), *data.draw(st.lists(sentences.map("New: {}".format), max_size=2))]
        cut = data.draw(st.integers(0, len(new)))

        put_into(draft_id=draft.pk, outline=self.outline(new, cut), by=None)

        after = blocks(draft)
        assert list(after) == list(dict.fromkeys(new))
        for text in left:
            if edited[text] == text:
                assert after[text] == before[text]
        assert compare(draft, self.outline(new, cut)).removed == []

    @staticmethod
    def outline(texts, cut):
        return Outline(
            "Draft",
            (
                Section("One", tuple(map(paragraph, texts[:cut]))),
                Section("Two", tuple(map(paragraph, texts[cut:]))),
            ),
        )
