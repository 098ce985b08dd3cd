"""“What happened to what I said”."""

import pytest
from django.utils import timezone

from consultations.moderation.domain import deciding
from consultations.moderation.models import Review
from consultations.responses.domain.references import code_for
from consultations.responses.domain.withdrawing import withdraw
from tests.consultations.responses.views.tracking.steps import (
    page_of,
    passages_of_response,
    publish_all,
    text,
)
from tests.factories.consultations import (
    make_published_version,
    make_response,
    passages_of,
)

pytestmark = pytest.mark.django_db


class TestTheTrail:
    def keys(self, browser, response):
        return [(k.key, k.state) for k in browser.get(page_of(response)).context["knots"]]

    def test_begins_with_what_is_known_and_promises_the_rest(self, author, response):
        assert self.keys(author, response) == [
            ("received", "done"),
            ("checked", "now"),
            ("reported", "promised"),
            ("answered", "promised"),
        ]

    def test_says_that_it_was_read_and_where_it_is_shown(self, author, response, board_member):
        publish_all(board_member)

        answer = author.get(page_of(response))

        assert ("checked", "done") in self.keys(author, response)
        assert answer.context["comments"][0].standing.is_shown
        assert f'href="{passages_of_response(response).section.url}#' in text(answer)

    def test_says_why_something_is_held_only_once_two_people_agree(
        self, author, response, board_member, second_member
    ):
        review = Review.objects.get(comment__response=response)
        now = timezone.now()
        deciding.propose_hold(
            review_id=review.pk, reason="AB1", note="Secret note", by=board_member, at=now
        )
        before = text(author.get(page_of(response)))
        deciding.confirm_hold(review_id=review.pk, by=second_member, at=now)

        after = text(author.get(page_of(response)))

        assert "busive language" not in before
        assert "abusive language at a person" in after
        assert "Secret note" not in after
        assert board_member.email not in after

    @pytest.mark.parametrize("comments", [1, 3])
    def test_takes_as_many_queries_for_three_comments_as_for_one(
        self, resident, draft, key, comments, django_assert_num_queries
    ):
        response = make_response(*passages_of(draft)[:comments], key=key)
        resident.post("/responses/", {"reference": response.reference, "code": code_for(key)})
        resident.get(page_of(response))

        with django_assert_num_queries(8):
            resident.get(page_of(response))

    def test_takes_one_more_query_once_the_draft_has_changed(
        self, author, response, draft, officer, django_assert_num_queries
    ):
        make_published_version(draft, by=officer, edit={"1.1": "Wholly different."})
        author.get(page_of(response))

        with django_assert_num_queries(9):
            author.get(page_of(response))

    @pytest.mark.parametrize(
        ("change", "said"),
        [
            ({"edit": {"1.1": "Passage 1 of section 1, reworded."}}, "were edited."),
            ({"edit": {"1.2": "Passage 2 of section 1, reworded."}}, "are unchanged."),
            ({"drop": {"1.1"}}, "were taken out."),
        ],
    )
    def test_says_what_became_of_the_words(self, author, response, draft, officer, change, said):
        before = text(author.get(page_of(response)))
        make_published_version(draft, by=officer, **change)

        after = text(author.get(page_of(response)))

        assert "The draft changed" not in before
        assert f"The words you commented on {said}" in after
        assert f'href="/consultations/{draft.consultation.slug}/changes/"' in after

    def test_says_for_several_comments_how_many_in_each_way(self, resident, draft, key, officer):
        response = make_response(*passages_of(draft)[:3], key=key)
        resident.post("/responses/", {"reference": response.reference, "code": code_for(key)})
        make_published_version(draft, by=officer, drop={"1.2"})

        page = text(resident.get(page_of(response)))

        assert "unchanged for 2 of your comments, taken out for 1 of your comments" in page

    def test_says_nothing_to_somebody_who_took_it_back(self, author, response, draft, officer):
        withdraw(response=response, at=timezone.now())
        make_published_version(draft, by=officer, drop={"1.1"})

        assert "The draft changed" not in text(author.get(page_of(response)))

    def test_is_never_kept_by_a_cache(self, author, response):
        assert "no-store" in author.get(page_of(response)).headers["Cache-Control"]

    def test_leaving_closes_it_in_this_browser(self, author, response):
        author.post(page_of(response, "leave"))

        assert author.get(page_of(response)).status_code == 302
