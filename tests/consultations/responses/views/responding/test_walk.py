"""The walk of a response, from the first word to its reference."""

import pytest
from django.urls import reverse

from consultations.analysis.domain.reconciling import reconcile
from consultations.responses.models import Comment, DraftComment, Respondent, Response
from tests.consultations.responses.views.responding.steps import (
    ABOUT,
    TYPED,
    fields_of,
    form_of,
    send,
    text,
    write,
)
from tests.factories.consultations import (
    make_response,
    passages_of,
)

pytestmark = pytest.mark.django_db


class TestTheWalk:
    def test_leads_from_the_form_to_a_receipt(self, resident, draft, passage, slug):
        written = write(resident, draft, passage)
        about = resident.post(reverse("respond:about_you", args=[slug]), ABOUT)
        check = resident.get(reverse("respond:check", args=[slug]))
        sent = resident.post(reverse("respond:check", args=[slug]))
        receipt = resident.get(sent.headers["Location"])

        assert written.headers["Location"] == reverse("respond:about_you", args=[slug])
        assert about.headers["Location"] == reverse("respond:check", args=[slug])
        assert TYPED in text(check)
        assert "Agree" in text(check)
        assert Response.objects.get().reference in text(receipt)

    def test_keeps_what_was_said_word_for_word(self, resident, draft, passage):
        send(resident, draft, passage)

        comment = Comment.objects.get()
        assert [answer.value for answer in comment.answers.all()] == ["agree", TYPED]
        assert comment.quoted_text == passage.text

    def test_sent_twice_is_one_response(self, resident, draft, passage, slug):
        send(resident, draft, passage)
        again = resident.post(reverse("respond:check", args=[slug]))

        assert again.headers["Location"] == reverse("respond:sent", args=[slug])
        assert Response.objects.count() == 1

    def test_holds_several_comments_in_one_response(self, resident, draft, slug):
        first, second = passages_of(draft)[:2]
        write(resident, draft, first)
        send(resident, draft, second)

        assert Response.objects.count() == 1
        assert [c.passage for c in Comment.objects.all()] == [first, second]

    def test_shows_again_what_was_written_about_a_passage(self, resident, draft, passage):
        write(resident, draft, passage)

        page = text(resident.get(form_of(draft, passage)))

        assert TYPED in page

    def test_lets_a_comment_be_removed_and_the_basket_be_deleted(
        self, resident, draft, passage, slug
    ):
        write(resident, draft, passage)
        resident.post(reverse("respond:remove", args=[slug, DraftComment.objects.get().pk]))
        after_removing = DraftComment.objects.count()
        write(resident, draft, passage)
        question = resident.get(reverse("respond:delete", args=[slug]))
        resident.post(reverse("respond:delete", args=[slug]))

        assert (after_removing, question.status_code, DraftComment.objects.count()) == (0, 200, 0)

    def test_after_sending_begins_a_new_response(self, resident, draft, passage, slug):
        send(resident, draft, passage)
        send(resident, draft, passage)

        assert Response.objects.count() == 2
        assert reconcile(draft.consultation).faults == []

    @pytest.mark.parametrize("kind", ["consultation", "draft", "section"])
    def test_takes_comments_on_wider_places_too(self, resident, draft, slug, kind):
        pk = {"draft": draft.pk, "section": draft.sections().first().pk}.get(kind)
        address = (
            reverse("respond:comment", args=[slug, kind, pk])
            if pk
            else reverse("respond:consultation", args=[slug])
        )
        names = fields_of(resident, address)

        resident.post(address, {names["comment"]: TYPED})
        resident.post(reverse("respond:about_you", args=[slug]), ABOUT)
        resident.post(reverse("respond:check", args=[slug]))

        assert Comment.objects.get().place_kind == kind

    def test_asks_a_group_for_its_name(self, resident, draft, passage, slug):
        write(resident, draft, passage)

        answer = resident.post(
            reverse("respond:about_you", args=[slug]), {**ABOUT, "capacity": "group"}
        )

        assert answer.status_code == 422
        assert "Write the name of your group or organisation." in text(answer)

    def test_of_a_no_is_counted_and_in_no_queue(self, resident, draft, passage):
        send(resident, draft, passage, publish="no")

        result = reconcile(draft.consultation)
        assert (result.counted, result.faults) == (1, [])
        assert result.statuses == {"Not to be shown, at its author’s wish": 1}

    def test_needs_no_cookie_to_read_and_sets_none(self, resident, passage):
        page = resident.get(passage.section.url)

        assert page.cookies == {}
        assert "<form" not in text(page)

    def test_keeps_its_cookie_to_its_own_path(self, resident, draft, passage, slug):
        answer = write(resident, draft, passage)

        cookie = answer.cookies["basket"]
        assert cookie["path"] == f"/consultations/{slug}/respond/"
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"


def test_contact_details_are_on_no_public_page(resident, draft, passage, slug, board_member):
    make_response(passage, publish="without_name", name="Quokka", email="quokka@example.org")

    pages = [passage.section.url, draft.url, f"/consultations/{slug}/views/", "/consultations/"]

    assert [("quokka" in text(resident.get(page)).lower()) for page in pages] == [False] * 4
    assert Respondent.objects.count() == 1


def test_a_send_by_http_takes_at_most_twenty_queries(
    resident, draft, passage, slug, django_assert_max_num_queries
):
    send(resident, draft, passages_of(draft)[1])
    write(resident, draft, passage)
    about = ABOUT | {"email": "quokka@example.org"}  # who gets a receipt by mail
    resident.post(reverse("respond:about_you", args=[slug]), about)

    with django_assert_max_num_queries(20 + 2):  # two of them the test's own savepoint
        resident.post(reverse("respond:check", args=[slug]))


@pytest.mark.parametrize(
    "said", ["other", "none", "Ask another mother; none of us knows other ways."]
)
def test_words_that_are_names_of_answers_are_only_words(resident, draft, passage, slug, said):
    answer = write(resident, draft, passage, stance="agree", comment=said)

    assert answer.status_code == 302
    assert said in DraftComment.objects.get().answers.values()
