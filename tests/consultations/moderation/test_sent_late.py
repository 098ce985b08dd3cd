"""What was begun in time and sent late is counted, and says so wherever the Board lists it."""

import pytest
from django.utils import timezone

from consultations.moderation.domain import appealing, reporting
from consultations.moderation.enums import ReportKind
from consultations.moderation.models import Review
from consultations.responses.models import Response
from tests.consultations.moderation.domain.fairness.steps import hide
from tests.factories.consultations import make_response, passages_of

pytestmark = pytest.mark.django_db

LATE = "Begun in time, sent late"


@pytest.fixture
def listed(usual_draft, board_member):
    """Two comments with words hidden, an appeal and a report each; the first was sent late."""
    now = timezone.now()
    responses = [
        make_response(passage, text="Rita Bell knows. Spend more.", email="amina@example.org")
        for passage in passages_of(usual_draft)[:2]
    ]
    Response.objects.filter(pk=responses[0].pk).update(is_late=True)
    reviews = [Review.objects.get(comment__response=response) for response in responses]
    for review in reviews:
        hide(review, board_member, now)
        appealing.appeal(comment=review.comment, text="Look again.", at=now)
        reporting.report(
            review=review, kind=ReportKind.LEGAL, text="Untrue.", name="R", email="r@e.org", at=now
        )
    return reviews


@pytest.mark.parametrize("part", ["appeals", "reports", "looks", "decided"])
def test_is_said_beside_it_and_not_beside_others(listed, chair, signed_in, part):
    page = signed_in(chair).get(f"/admin/board/{part}/").content.decode()

    assert page.count(LATE) == 1


def test_is_said_where_an_appeal_is_answered(listed, chair, signed_in):
    late, in_time = (review.appeals.get().pk for review in listed)
    browser = signed_in(chair)

    assert LATE in browser.get(f"/admin/board/appeals/{late}/").content.decode()
    assert LATE not in browser.get(f"/admin/board/appeals/{in_time}/").content.decode()


def test_a_list_of_appeals_takes_no_query_more_for_it(
    listed, chair, signed_in, django_assert_max_num_queries
):
    browser = signed_in(chair)
    browser.get("/admin/board/appeals/")

    with django_assert_max_num_queries(25):
        browser.get("/admin/board/appeals/")
