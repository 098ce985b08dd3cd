"""What makes every kept page go, and a kept page on the site itself."""

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from consultations.domain.stages import record_analysis_signed_off, record_answered
from consultations.moderation.domain.deciding import publish, reopen
from consultations.moderation.domain.queue import waiting_for
from consultations.responses.domain.withdrawing import withdraw
from pages.caching import keep, pages_changed
from tests.factories.consultations import (
    make_consultation,
    make_published_draft,
    make_response,
    passages_of,
)
from tests.pages.house import House

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("page_cache")]


class TestForgetting:
    @pytest.fixture
    def commit(self, django_capture_on_commit_callbacks):
        """Runs what waits for the end of the transaction, as at its commit."""

        def run(act, **arguments):
            with django_capture_on_commit_callbacks(execute=True):
                return act(**arguments)

        return run

    @pytest.fixture
    def house(self):
        """A house whose page is kept."""
        house = House()
        house.ask()
        return house

    @pytest.fixture
    def review(self, board_member):
        make_response(passages_of(make_published_draft())[0])
        return waiting_for(board_member).get()

    def test_happens_when_the_transaction_commits(self, house, commit):
        pages_changed()
        assert not house.makes_again()

        commit(pages_changed)
        assert house.makes_again()

    def test_happens_with_a_shared_cache_too(self, settings, commit):
        settings.PAGE_CACHE_STAMP = ""
        house = House()
        house.ask()

        commit(pages_changed)

        assert house.makes_again()
        assert not house.makes_again()

    def test_two_changes_in_one_moment_are_two(self, house, commit):
        for _ in range(50):
            commit(pages_changed)
            assert house.makes_again()

    def test_a_page_made_while_something_changed_is_not_given_to_others(self, commit):
        def change_meanwhile(request):
            keep(request)
            commit(pages_changed)

        house = House(allow=change_meanwhile)
        house.ask()

        assert house.makes_again()

    def test_happens_when_a_page_is_published(self, house, home, commit):
        commit(lambda: home.save_revision().publish())

        assert house.makes_again()

    def test_happens_when_a_page_is_deleted(self, home, commit):
        page = make_published_draft().consultation.copy(update_attrs={"slug": "other"})
        house = House()
        house.ask()

        commit(page.delete)

        assert house.makes_again()

    @pytest.mark.parametrize("type_", [PageViewRestriction.LOGIN, PageViewRestriction.GROUPS])
    def test_happens_when_a_page_is_made_private(self, house, home, commit, type_):
        commit(PageViewRestriction.objects.create, page=home, restriction_type=type_)

        assert house.makes_again()

    @pytest.mark.parametrize("record", [record_analysis_signed_off, record_answered])
    def test_happens_when_a_stage_is_put_on_record(self, house, commit, record):
        consultation = make_consultation()
        house.ask()

        commit(record, consultation=consultation, at=timezone.now())

        assert house.makes_again()

    def test_happens_when_a_comment_is_published(self, house, review, board_member, commit):
        commit(publish, review_ids=[review.pk], by=board_member, at=timezone.now())

        assert house.makes_again()

    def test_happens_when_a_decision_is_taken_back(self, review, board_member, commit):
        commit(publish, review_ids=[review.pk], by=board_member, at=timezone.now())
        house = House()
        house.ask()

        commit(reopen, review_id=review.pk, by=board_member, at=timezone.now())

        assert house.makes_again()

    def test_happens_when_a_response_is_withdrawn(self, house, review, commit):
        commit(withdraw, response=review.comment.response, at=timezone.now())

        assert house.makes_again()

    def test_does_not_happen_when_a_response_arrives(self, house, review):
        assert not house.makes_again()


class TestOnTheSite:
    def test_a_section_is_asked_for_again_without_a_query(
        self, resident, django_assert_num_queries
    ):
        address = passages_of(make_published_draft())[0].section.url
        first = resident.get(address)

        with django_assert_num_queries(0):
            second = resident.get(address)

        assert (first.status_code, second.status_code) == (200, 200)
        assert second.content == first.content
        assert not first.cookies

    def test_somebody_signed_in_gets_the_page_made_anew(self, resident, signed_in, officer):
        address = passages_of(make_published_draft())[0].section.url
        resident.get(address)

        response = signed_in(officer).get(address)

        assert response.status_code == 200
        assert "ETag" not in response
