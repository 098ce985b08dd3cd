"""Changing, taking back, and deleting one’s details."""

import datetime as dt

import pytest
import time_machine

from consultations.analysis.domain.reconciling import reconcile
from consultations.moderation.domain.queue import waiting_for
from consultations.moderation.enums import ReviewStatus
from consultations.moderation.models import Review
from consultations.responses.models import Comment, Respondent
from delivery.models import OutboxMessage
from tests.consultations.responses.views.tracking.steps import (
    fields_of,
    let_in_again,
    page_of,
    passages_of_response,
    publish_all,
    text,
)

pytestmark = pytest.mark.django_db


class TestChanging:
    def change(self, browser, response, position=1, **said):
        address = page_of(response, "change", str(position))
        names = fields_of(browser, address)
        said = said or {"stance": "disagree", "comment": "The hall’s rent tripled."}
        return browser.post(address, {names[kind]: value for kind, value in said.items()})

    def test_the_new_words_count_instead_of_the_old(self, author, response):
        self.change(author, response)

        consultation = response.consultation
        counted = Comment.objects.filter(response=response).counted().get()
        assert counted.replaces.position == 1
        assert reconcile(consultation).faults == []
        assert "The hall’s rent tripled." in text(author.get(page_of(response)))

    def test_what_was_shown_is_taken_down_and_waits_again(
        self, author, response, board_member, resident
    ):
        publish_all(board_member)
        url = passages_of_response(response).section.url

        self.change(author, response)

        assert "The hall’s rent" not in text(resident.get(url))
        assert [r.comment.replaces_id is not None for r in waiting_for(board_member)] == [True]
        old = Review.objects.get(comment__position=1)
        assert (old.status, old.live) == (ReviewStatus.REPLACED, False)
        assert reconcile(response.consultation).faults == []

    def test_saying_the_same_changes_nothing(self, author, response):
        self.change(author, response, stance="agree", comment="The hall’s rent doubled in May.")

        assert Comment.objects.filter(response=response).count() == 1

    def test_the_same_comment_is_replaced_once(self, author, response):
        self.change(author, response)

        address = page_of(response, "change", "1")
        again = author.post(address, {"q_x": "Lost words?"})

        assert again.status_code in (409, 422)
        assert Comment.objects.filter(response=response).count() == 2

    def test_an_error_keeps_what_was_typed(self, author, response):
        address = page_of(response, "change", "1")
        names = fields_of(author, address)

        answer = author.post(address, {names["stance"]: "perhaps", names["comment"]: "Kept."})

        assert answer.status_code == 422
        assert "Kept." in text(answer)

    @pytest.mark.parametrize(("seconds", "status"), [(-1, 302), (0, 409), (1, 409)])
    def test_ends_at_the_closing_second(self, author, response, seconds, status):
        address = page_of(response, "change", "1")
        names = fields_of(author, address)
        closing = response.consultation.closes_at + dt.timedelta(seconds=seconds)

        with time_machine.travel(closing, tick=False):
            author.post("/responses/", {"reference": response.reference, "code": "x"})
            let_in_again(author, response)
            answer = author.post(address, {names["comment"]: "At the last second."})

        assert answer.status_code == status
        if status == 409:
            assert "At the last second." in text(answer)

    @pytest.mark.parametrize("position", ["2", "99999", "99999999999999999999"])
    def test_a_comment_that_is_not_there_is_not_found(self, author, response, position):
        assert author.get(page_of(response, "change", position)).status_code == 404


class TestTakingItBack:
    def test_asks_first(self, author, response):
        assert author.get(page_of(response, "withdraw")).status_code == 200
        response.refresh_from_db()
        assert response.withdrawn_at is None

    def test_it_is_counted_and_shown_nowhere_any_more(
        self, author, response, board_member, resident
    ):
        publish_all(board_member)
        url = passages_of_response(response).section.url

        author.post(page_of(response, "withdraw"))

        result = reconcile(response.consultation)
        assert (result.counted, result.withdrawn, result.faults) == (0, 1, [])
        assert "The hall’s rent" not in text(resident.get(url))
        knots = author.get(page_of(response)).context["knots"]
        assert [knot.key for knot in knots] == ["received", "withdrawn"]

    def test_after_a_change_both_comments_are_gone(self, author, response):
        TestChanging().change(author, response)

        author.post(page_of(response, "withdraw"))

        assert reconcile(response.consultation).faults == []

    def test_is_refused_after_closing(self, author, response):
        with time_machine.travel(response.consultation.closes_at, tick=False):
            let_in_again(author, response)
            answer = author.post(page_of(response, "withdraw"))

        response.refresh_from_db()
        assert (answer.status_code, response.withdrawn_at) == (409, None)


class TestDeletingDetails:
    def test_the_name_goes_and_the_views_stay(self, author, response, board_member, resident):
        publish_all(board_member)
        url = passages_of_response(response).section.url
        assert "Quokka" in text(resident.get(url))

        author.post(page_of(response, "details"))

        page = text(resident.get(url))
        assert "Quokka" not in page
        assert "The hall’s rent doubled in May." in page
        assert not Respondent.objects.exists()
        assert reconcile(response.consultation).faults == []

    def test_the_letters_are_emptied_and_none_goes_out(self, author, response):
        author.post(page_of(response, "details"))

        letter = OutboxMessage.objects.get()
        assert (letter.to, letter.body) == ("", "")
        assert letter.given_up_at is not None
