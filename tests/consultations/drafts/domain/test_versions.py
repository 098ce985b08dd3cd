"""The next version: a copy with its ids kept, linked to the one before when it is published."""

import pytest
from django.utils import timezone

from consultations.drafts.domain import errata, lineage, versions
from consultations.drafts.enums import LinkKind
from consultations.drafts.models import Ancestor, DraftPage, Erratum, PassageLink, SectionAncestor
from records.models import LogEntry
from tests.factories.consultations import (
    make_published_draft,
    make_published_version,
    passages_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(usual_draft):
    return usual_draft


@pytest.fixture
def now():
    return timezone.now()


def links_of(draft):
    """The links that lead to this version: what each passage was and is, by number."""
    return [
        (link.old and link.old.number, link.new and link.new.number, link.kind)
        for link in PassageLink.objects.filter(draft=draft).select_related("old", "new")
    ]


class TestStarting:
    def test_copies_the_text_with_its_ids_and_publishes_nothing(self, draft, officer, now):
        copy = versions.start_next_version(draft=draft, by=officer, at=now)

        assert (copy.live, copy.is_frozen, copy.slug) == (False, False, "draft-2")
        before = [str(passage.block_id) for passage in passages_of(draft)]
        kept = [block.id for section in copy.sections() for block in section.body]
        assert kept == before
        assert not any(section.live or section.frozen for section in copy.sections())
        assert LogEntry.objects.get(action="draft.next_version_started").by == officer

    def test_leads_to_the_one_that_was_started_before(self, draft, officer, now):
        first = versions.start_next_version(draft=draft, by=officer, at=now)

        second = versions.start_next_version(draft=draft, by=officer, at=now)

        assert (second.pk, DraftPage.objects.count()) == (first.pk, 2)

    def test_begins_from_the_newest_published_version_only(self, draft, officer, now):
        second = make_published_version(draft, by=officer)

        with pytest.raises(versions.NewerVersionPublished):
            versions.start_next_version(draft=draft, by=officer, at=now)
        third = versions.start_next_version(draft=second, by=officer, at=now)

        assert third.slug == "draft-3"

    def test_does_not_begin_from_what_can_be_edited_itself(self, draft, officer, now):
        copy = versions.start_next_version(draft=draft, by=officer, at=now)

        with pytest.raises(versions.NotPublishedYet):
            versions.start_next_version(draft=copy, by=officer, at=now)

    def test_the_copy_can_be_published_by_its_schedule(self, draft, officer, now):
        from django.core.management import call_command

        copy = versions.start_next_version(draft=draft, by=officer, at=now)
        copy.go_live_at = now
        copy.save_revision(user=officer, approved_go_live_at=now)

        call_command("publish_scheduled", verbosity=0)

        copy.refresh_from_db()
        assert copy.is_frozen
        assert {kind for _, _, kind in links_of(copy)} == {LinkKind.SAME}


class TestLinks:
    def test_every_passage_of_the_version_before_has_one(self, draft, officer):
        second = make_published_version(
            draft, by=officer, edit={"1.2": "Passage 2 of section 1, reworded."}, drop={"2.3"}
        )

        assert links_of(second) == [
            ("1.1", "1.1", "same"),
            ("1.2", "1.2", "edited"),
            ("1.3", "1.3", "same"),
            ("2.1", "2.1", "same"),
            ("2.2", "2.2", "same"),
            ("2.3", None, "removed"),
        ]

    def test_the_first_version_has_none(self, draft):
        assert links_of(draft) == []

    def test_what_lives_on_is_known_over_several_versions(self, draft, officer):
        second = make_published_version(draft, by=officer, edit={"1.2": "Reworded in the second."})
        third = make_published_version(second, by=officer, drop={"1.1"})

        origins = {
            (a.passage.number, a.earlier.section.draft.slug, a.is_changed)
            for a in Ancestor.objects.filter(draft=third, earlier__section__in=draft.sections())
        }
        assert ("1.1", "draft", True) in origins  # 1.2 of the first, now the first of its section
        assert len(origins) == 5
        assert SectionAncestor.objects.filter(draft=third).count() == 4

    def test_a_failing_receiver_publishes_nothing(self, draft, officer, now):
        from consultations.drafts.signals import draft_frozen

        def refuse(**kwargs):
            raise RuntimeError("no")

        copy = versions.start_next_version(draft=draft, by=officer, at=now)
        draft_frozen.connect(refuse)
        try:
            with pytest.raises(RuntimeError):
                copy.get_latest_revision().publish()
        finally:
            draft_frozen.disconnect(refuse)

        copy.refresh_from_db()
        assert not copy.is_frozen
        assert not PassageLink.objects.exists()


class TestCorrecting:
    def test_a_removed_passage_can_be_said_to_live_on(self, draft, officer, now):
        second = make_published_version(
            draft, by=officer, drop={"2.3"}, add={"2": "Boats at night."}
        )
        old = passages_of(draft)[5]
        new = passages_of(second)[5]
        assert links_of(second)[-1] == ("2.3", None, "removed")

        lineage.correct_link(draft=second, old=old, new=new, by=officer, at=now, reason="Reworded.")

        assert ("2.3", "2.3", "edited") in links_of(second)
        assert "added" not in {kind for _, _, kind in links_of(second)}
        assert Ancestor.objects.get(draft=second, earlier=old).passage == new

    def test_a_link_can_be_said_to_be_wrong(self, draft, officer, now):
        second = make_published_version(draft, by=officer, edit={"1.1": "Something else entirely."})
        old = passages_of(draft)[0]

        lineage.correct_link(draft=second, old=old, new=None, by=officer, at=now)

        assert ("1.1", None, "removed") in links_of(second)
        assert (None, "1.1", "added") in links_of(second)
        assert not Ancestor.objects.filter(earlier=old).exists()

    def test_two_that_lead_to_one_were_merged(self, draft, officer, now):
        second = make_published_version(draft, by=officer, drop={"1.2"})
        old, new = passages_of(draft)[1], passages_of(second)[0]

        lineage.correct_link(draft=second, old=old, new=new, by=officer, at=now)

        assert [link[2] for link in links_of(second) if link[1] == "1.1"] == ["merged", "merged"]

    def test_a_passage_of_another_consultation_is_refused(self, draft, officer, now):
        second = make_published_version(draft, by=officer)
        other = passages_of(make_published_draft())[0]

        for old, new in ((other, None), (passages_of(draft)[0], other)):
            with pytest.raises(lineage.NotInTheseVersions):
                lineage.correct_link(draft=second, old=old, new=new, by=officer, at=now)


class TestErrata:
    def test_stand_beside_the_passage_until_they_are_withdrawn(self, draft, officer, chair, now):
        passage = passages_of(draft)[0]
        erratum = errata.add_erratum(passage=passage, text="“500”, not “50”.", by=officer, at=now)
        shown = errata.errata_by_passage(draft.sections())

        errata.withdraw_erratum(erratum=erratum, by=chair, at=now)

        assert shown == {passage.pk: [erratum]}
        assert errata.errata_by_passage(draft.sections()) == {}
        assert Erratum.objects.get().withdrawn_by == chair

    def test_are_withdrawn_once(self, draft, officer, now):
        passage = passages_of(draft)[0]
        erratum = errata.add_erratum(passage=passage, text="Wrong.", by=officer, at=now)
        errata.withdraw_erratum(erratum=erratum, by=officer, at=now)

        with pytest.raises(errata.AlreadyWithdrawn):
            errata.withdraw_erratum(erratum=erratum, by=officer, at=now)
