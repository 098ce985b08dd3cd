"""Coming back to a response: who gets in, what they see, what they can still change."""

import datetime as dt
import re

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from consultations.analysis.domain.reconciling import reconcile
from consultations.moderation.domain import deciding
from consultations.moderation.domain.queue import waiting_for
from consultations.moderation.enums import ReviewStatus
from consultations.moderation.models import Review
from consultations.responses.domain.references import code_for, new_key
from consultations.responses.domain.withdrawing import withdraw
from consultations.responses.models import Comment, Respondent, SpentLink
from delivery.models import OutboxMessage
from tests.factories.consultations import (
    make_published_draft,
    make_published_version,
    make_response,
    passages_of,
)

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)


@pytest.fixture
def draft():
    return make_published_draft()


@pytest.fixture
def key():
    return new_key()


@pytest.fixture
def response(draft, key):
    return make_response(
        passages_of(draft)[0],
        key=key,
        text="The hall’s rent doubled in May.",
        publish="with_name",
        name="Quokka",
        email="quokka@example.org",
    )


@pytest.fixture
def author(resident, response, key):
    """A browser that has opened the response with its code."""
    resident.post("/responses/", {"reference": response.reference, "code": code_for(key)})
    return resident


def text(answer):
    return answer.content.decode()


def page_of(response, *more):
    return "/".join(["/responses", response.reference, *more, ""])


def publish_all(member):
    ids = [review.pk for review in waiting_for(member)]
    deciding.publish(review_ids=ids, by=member, at=timezone.now())


def fields_of(browser, address):
    form = browser.get(address).context["form"]
    return {question.kind: question.field_name for question in form.questions}


class TestTheWayIn:
    def test_the_reference_and_the_code_open_it(self, resident, response, key):
        typed = {"reference": response.reference.lower().replace("-", " "), "code": code_for(key)}

        answer = resident.post("/responses/", typed, follow=True)

        assert answer.status_code == 200
        assert "The hall’s rent doubled in May." in text(answer)

    @pytest.mark.parametrize("code", ["", "AAAA-AAAA-AAAA-AAAA", "\x00", "é" * 50])
    def test_a_wrong_code_opens_nothing_and_keeps_the_reference(self, resident, response, code):
        answer = resident.post("/responses/", {"reference": response.reference, "code": code})

        assert answer.status_code in (400, 422)
        assert "response" not in resident.cookies

    def test_an_unknown_reference_is_answered_like_a_wrong_code(self, resident, response, key):
        unknown = resident.post("/responses/", {"reference": "222-222-222", "code": code_for(key)})
        known = resident.post("/responses/", {"reference": response.reference, "code": "AAAA"})

        errors = [list(answer.context["form"].non_field_errors()) for answer in (unknown, known)]
        assert errors[0] == errors[1] != []

    def test_a_mistyped_reference_is_told_as_such(self, resident):
        answer = resident.post("/responses/", {"reference": "C7K-M4R-TX8", "code": "AAAA"})

        assert "This is not one of our references." in text(answer)

    def test_the_reference_alone_leads_to_the_question_for_the_code(self, resident, response):
        answer = resident.get(page_of(response))

        assert answer.headers["Location"] == f"/responses/?reference={response.reference}"

    @pytest.mark.parametrize("step", ["", "change/1/", "withdraw/", "details/"])
    def test_no_page_of_it_says_whether_a_reference_exists(self, resident, response, step):
        known = resident.get(f"{page_of(response)}{step}")
        unknown = resident.get(f"/responses/222-222-222/{step}")

        assert (known.status_code, unknown.status_code) == (302, 302)

    def test_the_cookie_of_one_response_opens_no_other(self, author, draft):
        other = make_response(passages_of(draft)[1])
        author.cookies["response"]["path"] = "/"

        assert author.get(page_of(other)).status_code == 302

    def test_the_receipt_shows_the_code_that_opens_it(self, resident, draft):
        passage = passages_of(draft)[0]
        slug = draft.consultation.slug
        address = reverse("respond:comment", args=[slug, "passage", passage.pk])
        resident.post(address, {fields_of(resident, address)["stance"]: "agree"})
        about = {"capacity": "myself", "publish": "no"}
        resident.post(reverse("respond:about_you", args=[slug]), about)
        resident.post(reverse("respond:check", args=[slug]))
        receipt = resident.get(reverse("respond:sent", args=[slug])).context["receipt"]

        given = {"reference": receipt.response.reference, "code": receipt.code}
        answer = resident.post("/responses/", given, follow=True)

        assert answer.context["response"] == receipt.response


class TestTheMailedLink:
    def link_in(self, letter):
        return re.search(r"https?://[^/]+(/responses/\S+)", letter.body).group(1)

    def test_works_once(self, resident, response, client):
        address, query = self.link_in(OutboxMessage.objects.get()).split("?")
        token = query.removeprefix("token=")

        first = resident.post(address, {"token": token})
        second = client.post(address, {"token": token})

        assert (first.status_code, second.status_code) == (302, 410)
        assert resident.get(page_of(response)).status_code == 200

    def test_is_not_used_up_by_looking_at_it(self, resident, response):
        answer = resident.get(self.link_in(OutboxMessage.objects.get()))

        assert answer.status_code == 200
        assert not SpentLink.objects.exists()

    @pytest.mark.parametrize("days", [29, 31])
    def test_lasts_thirty_days(self, resident, response, days):
        address, query = self.link_in(OutboxMessage.objects.get()).split("?")

        with time_machine.travel(timezone.now() + days * DAY):
            answer = resident.post(address, {"token": query.removeprefix("token=")})

        assert answer.status_code == (302 if days < 30 else 410)

    def test_of_another_response_opens_nothing(self, resident, response, draft):
        other = make_response(passages_of(draft)[1])
        _, query = self.link_in(OutboxMessage.objects.get()).split("?")

        answer = resident.post(page_of(other, "link"), {"token": query.removeprefix("token=")})

        assert answer.status_code == 410

    def test_is_mailed_again_on_request_and_once_an_hour(self, resident, response):
        for _ in range(2):
            resident.post("/responses/link/", {"link-reference": response.reference})

        letters = OutboxMessage.objects.order_by("pk").values_list("to", flat=True)
        assert list(letters) == ["quokka@example.org"] * 2  # the receipt and one link

    def test_the_answer_says_nothing_about_an_address(self, resident, response):
        known = resident.post("/responses/link/", {"link-reference": response.reference})
        unknown = resident.post("/responses/link/", {"link-reference": "222-222-222"})

        assert text(known).replace(response.reference, "") == text(unknown).replace(
            "222-222-222", ""
        )


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

        with django_assert_num_queries(7):
            resident.get(page_of(response))

    def test_takes_one_more_query_once_the_draft_has_changed(
        self, author, response, draft, officer, django_assert_num_queries
    ):
        make_published_version(draft, by=officer, edit={"1.1": "Wholly different."})
        author.get(page_of(response))

        with django_assert_num_queries(8):
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


def passages_of_response(response):
    return response.comments.get().passage


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


def let_in_again(browser, response):
    """The cookie is signed with a time, and the clock has been moved."""
    from consultations.responses.views.access import let_in

    browser.cookies.load(let_in(response.reference).cookies)


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
