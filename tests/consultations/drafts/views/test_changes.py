"""What changed between two versions, as everybody reads it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from consultations.drafts.domain import lineage
from consultations.drafts.domain.comparing import ADDED, REMOVED, SAME, Piece, compare, word_diff
from consultations.drafts.importing.outline import Kind, Outline, Passage, Section
from consultations.drafts.models import PassageLink
from consultations.moderation.domain.deciding import publish
from consultations.moderation.domain.queue import waiting_for
from consultations.responses.domain.attaching import attach
from consultations.responses.domain.places import Place
from tests.factories.consultations import (
    make_published_draft,
    make_published_version,
    make_response,
    passages_of,
)


class TestWords:
    def test_only_the_words_that_differ_are_marked(self):
        assert word_diff("We will cap the rent.", "We will halve the rent now.") == [
            Piece(SAME, "We will "),
            Piece(REMOVED, "cap"),
            Piece(ADDED, "halve"),
            Piece(SAME, " the rent"),
            Piece(ADDED, " now"),
            Piece(SAME, "."),
        ]

    def test_a_phrase_reads_as_one_change(self):
        pieces = word_diff("It is for old friends here.", "It is for new people here.")

        assert Piece(REMOVED, "old friends") in pieces
        assert Piece(ADDED, "new people") in pieces

    def test_a_new_wording_stands_whole(self):
        old, new = "We will cap the rent of our halls.", "Boats may moor by day; nobody pays."

        assert word_diff(old, new) == [Piece(REMOVED, old), Piece(ADDED, new)]

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("a b c", "a c"),
            ("", "new words"),
            ("one – two", "one, two"),
            ("£500", "£50.50"),
            ("x", "x"),
        ],
    )
    def test_either_text_can_be_read_from_the_pieces(self, old, new):
        pieces = word_diff(old, new)

        assert "".join(p.text for p in pieces if p.kind != ADDED) == old
        assert "".join(p.text for p in pieces if p.kind != REMOVED) == new


pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(usual_draft):
    return usual_draft


@pytest.fixture
def second(draft, officer):
    return make_published_version(
        draft,
        by=officer,
        edit={"1.2": "Passage 2 of section 1, reworded."},
        drop={"2.3"},
        add={"1": "Wholly new matter about the river."},
    )


def changes_of(consultation, *more):
    return "/".join([f"/consultations/{consultation.slug}/changes", *more, ""])


def text(answer):
    return answer.content.decode()


def publish_all(member):
    ids = [review.pk for review in waiting_for(member)]
    publish(review_ids=ids, by=member, at=timezone.now())


def test_only_what_changed_is_shown_at_first_and_everything_on_request(resident, draft, second):
    first = text(resident.get(changes_of(draft.consultation)))
    everything = text(resident.get(changes_of(draft.consultation, "all")))

    assert "1 passage changed, 1 passage taken out, 1 passage added." in first
    assert "reworded" in first
    assert "Passage 1 of section 1." not in first
    assert "Passage 1 of section 1." in everything


def test_it_can_be_heard_what_came_and_what_went(resident, draft, second):
    page = text(resident.get(changes_of(draft.consultation)))

    assert '<ins class="diff__new"><span class="visually-hidden">[put in: </span>' in page
    assert '<del class="diff__gone"><span class="visually-hidden">[taken out: </span>' in page


def test_everybody_can_read_why_a_passage_changed(resident, draft, second, officer):
    link = PassageLink.objects.get(draft=second, old__number="1.2")
    lineage.explain(links=[link], reason="Twelve <people> asked.", by=officer, at=timezone.now())

    assert "Twelve &lt;people&gt; asked." in text(resident.get(changes_of(draft.consultation)))


def test_what_stands_in_the_other_part_of_a_split_passage_is_not_called_gone(resident, officer):
    first = "We will cap the rent of our halls for small groups in every ward. "
    second = "Boats may moor by day where the path has been mended by the council."
    outline = Outline("Draft", (Section("One", (Passage(Kind.PARAGRAPH, first + second),)),))
    draft = make_published_draft(outline=outline)
    make_published_version(draft, by=officer, edit={"1.1": first.strip()}, add={"1": second})

    page = text(resident.get(changes_of(draft.consultation)))

    assert page.count("Split") == 2
    assert "<del" not in page


def test_any_two_versions_can_be_compared_the_older_first(resident, draft, second, officer):
    third = make_published_version(second, by=officer, edit={"1.1": "Reworded in the third."})
    consultation = draft.consultation

    over_two = resident.get(changes_of(consultation, draft.slug, third.slug))
    turned_round = resident.get(changes_of(consultation, third.slug, draft.slug))
    unknown = resident.get(changes_of(consultation, "draft", "draft-99"))

    assert "2 passages changed, 1 passage taken out, 1 passage added." in text(over_two)
    assert (turned_round.status_code, unknown.status_code) == (404, 404)


def test_over_several_versions_every_step_and_its_reasons_are_followed(draft, second, officer):
    third = make_published_version(
        second, by=officer, edit={"1.2": "Passage 2 of section 1."}, drop={"1.4", "2.2"}
    )
    now = timezone.now()
    for version, number, reason in (
        (second, "2.3", "Nobody needed it."),
        (third, "2.2", "Said elsewhere."),
    ):
        link = PassageLink.objects.get(draft=version, old__number=number, new=None)
        lineage.explain(links=[link], reason=reason, by=officer, at=now)

    comparison = compare(draft, third)

    removed = [(c.olds[0].number, c.reason) for part in comparison.removed for c in part.changes]
    assert removed == [("2.2", "Said elsewhere."), ("2.3", "Nobody needed it.")]
    assert comparison.counts == {"removed": 2}  # 1.2 reads as at first, 1.4 came and went


class TestASplitPassage:
    FIRST = "The council will cap the rent of its halls for groups with a small income."
    SECOND = "Training for new trustees is offered four times a year and for free."

    @pytest.fixture
    def versions(self, draft, officer):
        whole = make_published_version(
            draft, by=officer, edit={"1.3": f"{self.FIRST} {self.SECOND}"}
        )
        reworded = self.SECOND.replace("four", "six")
        parts = make_published_version(
            whole, by=officer, edit={"1.3": self.FIRST}, add={"1": reworded}
        )
        return whole, parts

    def test_shows_in_each_part_what_became_of_its_own_words(self, versions):
        changes = compare(*versions).sections[0].changed

        found = [(c.new.number, c.kind, [(p.kind, p.text) for p in c.pieces]) for c in changes]
        before, after = self.SECOND.split("four")
        assert found == [
            ("1.3", "split", [("same", self.FIRST)]),
            (
                "1.4",
                "split",
                [("same", before), ("removed", "four"), ("added", "six"), ("same", after)],
            ),
        ]

    def test_put_together_again_has_not_changed(self, versions, officer):
        whole, parts = versions
        merged = make_published_version(
            parts, by=officer, edit={"1.3": f"{self.FIRST} {self.SECOND}"}, drop={"1.4"}
        )

        (change,) = compare(parts, merged).sections[0].changed
        assert (change.kind, [p.text for p in change.pieces if p.kind != "same"]) == (
            "merged",
            ["six", "four"],
        )
        assert compare(whole, merged).counts == {}


def test_one_version_has_not_changed(resident, draft):
    assert "There is only one version so far" in text(resident.get(changes_of(draft.consultation)))


def test_a_version_that_is_being_written_is_nowhere(resident, draft, second, officer):
    from consultations.drafts.domain.versions import start_next_version

    copy = start_next_version(draft=second, by=officer, at=timezone.now())
    consultation = draft.consultation

    assert resident.get(changes_of(consultation, second.slug, copy.slug)).status_code == 404
    assert copy.slug not in text(resident.get(changes_of(consultation)))


@pytest.mark.parametrize("step", [[], ["all"], ["detached"], ["draft", "draft-2"]])
def test_a_private_consultation_shows_nothing(resident, draft, second, step):
    PageViewRestriction.objects.create(
        page=draft.consultation, restriction_type=PageViewRestriction.LOGIN
    )

    assert resident.get(changes_of(draft.consultation, *step)).status_code == 404


def test_it_takes_as_many_queries_for_many_passages_as_for_few(resident, officer):
    counts = []
    for sections in (1, 4):
        draft = make_published_draft(sections=sections, passages=4)
        make_published_version(draft, by=officer, edit={"1.1": "Reworded."})
        resident.get("/consultations/")  # warms what is asked for once
        with CaptureQueriesContext(connection) as queries:
            resident.get(changes_of(draft.consultation))
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 14


class TestComments:
    def test_stand_beside_the_changed_words_with_the_old_ones(
        self, resident, draft, officer, board_member
    ):
        make_response(passages_of(draft)[1], text="Said about the first wording.")
        publish_all(board_member)
        second = make_published_version(draft, by=officer, edit={"1.2": "Quite another wording."})

        page = text(resident.get(second.sections().first().url))

        assert "Said about the first wording." in page
        assert "Passage 2 of section 1." in page
        assert "1 comment" in page

    def test_are_reached_from_the_passage_they_stand_beside_now(
        self, resident, draft, officer, board_member
    ):
        comment = make_response(passages_of(draft)[1]).comments.get()
        publish_all(board_member)
        second = make_published_version(draft, by=officer, edit={"1.2": "Quite another wording."})

        page = text(resident.get(second.sections().first().url))

        assert f'<a class="passage__count" href="#comment-{comment.pk}">1 comment' in page

    def test_on_a_section_say_their_version_and_quote_nothing(
        self, resident, draft, officer, board_member
    ):
        section = draft.sections().first()
        make_response(Place(draft.consultation, draft, section), text="About all of it.")
        publish_all(board_member)
        second = make_published_version(draft, by=officer, edit={"1.2": "Quite another wording."})

        page = text(resident.get(second.sections().first().url))

        assert "About all of it." in page
        assert "on “Draft strategy”" in page
        assert "whose words were" not in page

    def test_put_elsewhere_later_stay_beside_their_own_words_too(
        self, resident, draft, officer, board_member
    ):
        response = make_response(passages_of(draft)[2], text="About what went away.")
        publish_all(board_member)
        second = make_published_version(draft, by=officer, drop={"1.3"})
        there = passages_of(second)[-1]
        attach(comment=response.comments.get(), passage=there, by=officer, at=timezone.now())

        pages = [draft.sections()[0], second.sections()[0], second.sections()[1]]
        read = ["About what went away." in text(resident.get(page.url)) for page in pages]

        assert read == [True, False, True]

    def test_whose_words_are_gone_are_listed_and_counted(
        self, resident, draft, officer, board_member
    ):
        make_response(passages_of(draft)[2], text="About what went away.")
        publish_all(board_member)
        make_response(passages_of(draft)[2], text="Not read yet.")
        second = make_published_version(draft, by=officer, drop={"1.3"})

        page = text(resident.get(changes_of(draft.consultation, "detached")))

        assert "About what went away." in page
        assert "Not read yet." not in page
        assert "1 of the last is not shown" in page
        assert "About what went away." not in text(resident.get(second.sections().first().url))

    def test_that_an_officer_puts_somewhere_are_read_there(
        self, resident, draft, officer, board_member
    ):
        response = make_response(passages_of(draft)[2], text="About what went away.")
        publish_all(board_member)
        second = make_published_version(draft, by=officer, drop={"1.3"})

        attach(
            comment=response.comments.get(),
            passage=passages_of(second)[0],
            by=officer,
            at=timezone.now(),
        )

        page = text(resident.get(second.sections().first().url))
        assert "About what went away." in page
        assert "1 comment" in page
        detached = text(resident.get(changes_of(draft.consultation, "detached")))
        assert "About what went away." not in detached

    def test_are_taken_on_the_newest_version_only(self, resident, draft, second):
        passage = passages_of(draft)[0]
        address = f"/consultations/{draft.consultation.slug}/respond/passage/{passage.pk}/"

        looked = resident.get(address)
        sent = resident.post(address, {"q_1": "Words that must not be lost."})

        assert (looked.status_code, sent.status_code) == (409, 409)
        assert "Words that must not be lost." in text(sent)
        assert second.url in text(sent)
