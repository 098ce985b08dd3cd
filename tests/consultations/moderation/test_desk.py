"""The Board's desk in the admin, as its members use it."""

import pytest
from django.urls import reverse
from django.utils import timezone

from consultations.moderation.domain import deciding
from consultations.moderation.enums import ReviewStatus
from consultations.moderation.models import ModerationDecision, Review
from people.models import Organisation
from tests.factories.consultations import make_response, passages_of
from tests.factories.people import make_membership

pytestmark = pytest.mark.django_db

SECRET = "quokka-holding-pattern"


@pytest.fixture
def draft(usual_draft):
    return usual_draft


@pytest.fixture
def review(draft):
    response = make_response(passages_of(draft)[0], text=f"Please {SECRET}.")
    return Review.objects.get(comment__response=response)


def text(answer):
    return " ".join(answer.content.decode().split())


def test_signing_in_leads_a_member_to_the_desk(board_member, signed_in):
    answer = signed_in(board_member).get(reverse("wagtailadmin_home"))

    assert answer.headers["Location"] == reverse("board_desk")


def test_an_officers_first_screen_is_wagtails_own(officer, signed_in, draft):
    answer = signed_in(officer).get(reverse("wagtailadmin_home"))

    assert answer.status_code == 200


def test_the_counted_panel_stands_where_the_stock_one_stood(administrator, signed_in, review):
    page = text(signed_in(administrator).get(reverse("wagtailadmin_home")))

    assert "1 comment</strong> waiting, about 1 minute" in page
    assert "Awaiting your review" not in page


@pytest.mark.parametrize("comments", [1, 3])
def test_the_admin_home_asks_as_much_for_three_comments_as_for_one(
    administrator, signed_in, draft, comments, django_assert_max_num_queries
):
    for passage in passages_of(draft)[:comments]:
        make_response(passage)
    browser = signed_in(administrator)

    with django_assert_max_num_queries(25):
        browser.get(reverse("wagtailadmin_home"))


@pytest.mark.parametrize("comments", [1, 3])
def test_the_queue_asks_as_much_for_three_comments_as_for_one(
    board_member, signed_in, draft, comments, django_assert_num_queries
):
    for passage in passages_of(draft)[:comments]:
        make_response(passage)
    browser = signed_in(board_member)
    browser.get(reverse("board_desk"))

    with django_assert_num_queries(24):
        page = text(browser.get(reverse("board_desk")))

    assert page.count('name="review"') == comments


def test_publishing_from_the_list_shows_the_comments(board_member, signed_in, review, resident):
    answer = signed_in(board_member).post(
        reverse("board_publish"), {"review": [review.pk]}, follow=True
    )

    assert "Published. It can be read on the public page now." in text(answer)
    assert SECRET in text(resident.get(review.comment.section.url))


def test_publishing_without_ticking_says_what_to_do(board_member, signed_in, review):
    answer = signed_in(board_member).post(reverse("board_publish"), follow=True)

    assert "Tick at least one comment to publish." in text(answer)


def test_reading_one_by_one_leads_to_the_next(board_member, signed_in, draft):
    for passage in passages_of(draft)[:2]:
        make_response(passage)
    first, second = Review.objects.order_by("pk")

    answer = signed_in(board_member).post(
        reverse("board_publish"), {"review": first.pk, "one_by_one": "1"}
    )

    assert answer.headers["Location"] == reverse("board_read", args=[second.pk])


def test_holding_needs_a_reason_and_keeps_the_note(board_member, signed_in, review):
    answer = signed_in(board_member).post(
        reverse("board_hold", args=[review.pk]), {"note": "Look at line two."}
    )

    assert answer.status_code == 422
    assert "Choose why this comment should be held." in text(answer)
    assert "Look at line two." in text(answer)


def test_a_hold_is_proposed_by_one_and_confirmed_by_another(
    board_member, second_member, signed_in, review
):
    signed_in(board_member).post(reverse("board_hold", args=[review.pk]), {"reason": "AB1"})
    second = signed_in(second_member)
    seen = text(second.get(reverse("board_desk")))
    answer = second.post(
        reverse("board_answer_hold", args=[review.pk]), {"answer": "confirm"}, follow=True
    )

    assert "proposes to hold it: Abusive language at a person." in seen
    assert "Held. It is not shown, and it is still counted." in text(answer)
    assert Review.objects.get().status == ReviewStatus.HELD


def test_confirming_ones_own_proposal_is_refused_with_a_sentence(board_member, signed_in, review):
    browser = signed_in(board_member)
    browser.post(reverse("board_hold", args=[review.pk]), {"reason": "AB1"})

    answer = browser.post(
        reverse("board_answer_hold", args=[review.pk]), {"answer": "confirm"}, follow=True
    )

    assert "somebody else has to confirm it" in text(answer)


def test_deciding_on_what_another_has_just_decided_says_so(
    board_member, second_member, signed_in, review
):
    deciding.publish(review_ids=[review.pk], by=second_member, at=timezone.now())

    answer = signed_in(board_member).post(
        reverse("board_publish"), {"review": review.pk}, follow=True
    )

    assert f"Changed by {second_member} while you were reading: publish, " in text(answer)
    assert ModerationDecision.objects.count() == 1


def test_taking_a_decision_back_hides_the_comment_again(board_member, signed_in, review, resident):
    browser = signed_in(board_member)
    browser.post(reverse("board_publish"), {"review": review.pk})
    shown = SECRET in text(resident.get(review.comment.section.url))

    browser.post(reverse("board_reopen", args=[review.pk]))

    assert shown
    assert SECRET not in text(resident.get(review.comment.section.url))


@pytest.mark.parametrize("name", ["board_read", "board_hold", "board_answer_hold", "board_reopen"])
def test_ones_own_organisations_comment_is_nowhere(board_member, signed_in, draft, name):
    response = make_response(passages_of(draft)[0], text=SECRET, organisation="Riverside Carers")
    make_membership(board_member, Organisation.objects.get())
    address = reverse(name, args=[Review.objects.get(comment__response=response).pk])
    browser = signed_in(board_member)

    page = (
        browser.get(address) if name == "board_read" else browser.post(address, {"reason": "AB1"})
    )

    assert page.status_code in (302, 404)
    assert SECRET not in text(browser.get(reverse("board_desk")))
    assert Review.objects.get().status == ReviewStatus.WAITING


def test_contact_details_are_on_no_screen_of_the_desk(board_member, signed_in, draft):
    make_response(passages_of(draft)[0], name=SECRET, email="quokka@example.org")
    browser = signed_in(board_member)
    pk = Review.objects.get().pk

    pages = [text(browser.get(reverse("board_desk"))), text(browser.get(f"/admin/board/{pk}/"))]

    assert [SECRET in page or "quokka@" in page for page in pages] == [False, False]


@pytest.mark.parametrize("who", ["officer", "events_editor", "stranger"])
def test_nobody_else_reaches_the_desk(who, request, signed_in, review):
    browser = signed_in(request.getfixturevalue(who))

    answers = [
        browser.get(reverse("board_desk")),
        browser.get(reverse("board_read", args=[review.pk])),
        browser.post(reverse("board_publish"), {"review": review.pk}),
    ]

    assert {answer.status_code for answer in answers} <= {302, 403}
    assert Review.objects.get().status == ReviewStatus.WAITING


def test_a_member_sees_in_the_log_what_they_may_see_and_nothing_else(
    board_member, second_member, signed_in, draft
):
    mine = make_response(passages_of(draft)[0], organisation="Riverside Carers")
    review = Review.objects.get(comment__response=mine)
    deciding.publish(review_ids=[review.pk], by=second_member, at=timezone.now())
    make_membership(board_member, Organisation.objects.get())
    decision = ModerationDecision.objects.get()

    of_second = signed_in(second_member)
    of_member = signed_in(board_member)

    assert of_second.get(f"/admin/decisions/inspect/{decision.pk}/").status_code == 200
    assert of_member.get(f"/admin/decisions/inspect/{decision.pk}/").status_code == 404
    assert "No decisions" in text(of_member.get("/admin/decisions/")) or (
        f"inspect/{decision.pk}" not in text(of_member.get("/admin/decisions/"))
    )
    assert of_second.get("/admin/decisions/create/").status_code in (302, 403)


@pytest.mark.parametrize("who", ["administrator", "officer"])
def test_officers_workflow_reports_stay_correct(request, who, signed_in, review):
    browser = signed_in(request.getfixturevalue(who))

    workflows = text(browser.get(reverse("wagtailadmin_reports:workflow")))
    tasks = text(browser.get(reverse("wagtailadmin_reports:workflow_tasks")))

    assert f"Comment {review.comment_id}" in workflows
    assert f"Comment {review.comment_id}" in tasks
    assert SECRET not in workflows + tasks


@pytest.mark.parametrize("page", ["history/{pk}/", "workflow_history/{pk}/"])
def test_wagtails_histories_of_a_comment_open_and_hold_no_text(
    administrator, board_member, signed_in, review, page
):
    deciding.publish(review_ids=[review.pk], by=board_member, at=timezone.now())

    answer = signed_in(administrator).get(
        f"/admin/snippets/moderation/review/{page.format(pk=review.pk)}"
    )

    assert answer.status_code == 200
    assert SECRET not in text(answer)


@pytest.mark.parametrize("road", ["add/", "delete/{pk}/", "edit/{pk}/", "unpublish/{pk}/"])
def test_wagtails_own_forms_do_not_touch_a_review(administrator, signed_in, review, road):
    answer = signed_in(administrator).post(
        f"/admin/snippets/moderation/review/{road.format(pk=review.pk)}"
    )

    assert answer.status_code in (302, 404)
    assert Review.objects.get().status == ReviewStatus.WAITING


def test_a_review_is_not_deleted_in_bulk(administrator, signed_in, review):
    address = reverse("wagtail_bulk_action", args=["moderation", "review", "delete"])

    answer = signed_in(administrator).post(f"{address}?id={review.pk}")

    assert answer.status_code in (302, 404)
    assert Review.objects.count() == 1


@pytest.mark.parametrize(
    "query", ["foo=1", "by__password=x", "at__gte=nonsense", "kind__exact=publish", "p=99", "o=x"]
)
def test_the_log_answers_any_address_without_an_error(board_member, signed_in, review, query):
    answer = signed_in(board_member).get(f"/admin/decisions/?{query}", follow=True)

    assert answer.status_code == 200
