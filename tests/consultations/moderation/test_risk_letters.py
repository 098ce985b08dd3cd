"""The letter about somebody at risk: to those who may read it, once, and without a word of it."""

import pytest
from django.utils import timezone

from consultations.moderation.domain import deciding
from consultations.moderation.domain.safety import close_safety_reading
from consultations.moderation.models import Review, SafetyReading
from consultations.moderation.notifications import queue_risk
from consultations.responses.enums import Publish
from delivery.models import OutboxMessage
from tests.factories.consultations import make_response, passages_of

pytestmark = pytest.mark.django_db

AT_RISK = "I feel suicidal since Zanzibarine closed."


@pytest.fixture
def passages(usual_draft):
    return passages_of(usual_draft)


def letters():
    return OutboxMessage.objects.filter(dedupe_key__startswith="risk-")


@pytest.mark.parametrize("publish", [Publish.NO, Publish.WITHOUT_NAME])
def test_it_goes_once_to_those_who_may_read_it_without_a_word_of_the_comment(
    passages, chair, board_member, officer, administrator, publish
):
    response = make_response(passages[0], text=AT_RISK, publish=publish, name="Zanzibarine Bell")
    review = Review.objects.get(comment__response=response)

    for _ in range(2):
        queue_risk(now=timezone.now())

    letter = letters().get()
    assert letter.to == chair.email
    path = "at-risk/" if publish == Publish.NO else f"{review.pk}/"
    assert f"/admin/board/{path}\n" in letter.body
    said = letter.subject + letter.body
    for secret in ("Zanzibarine", "suicidal", response.reference, review.comment.place_label):
        assert secret not in said


def test_it_tells_of_each_comment_and_not_of_a_harmless_one(passages, chair):
    make_response(passages[0], passages[1], text=AT_RISK, publish=Publish.NO)
    make_response(passages[2], text=AT_RISK)
    make_response(passages[3], text="Keep it open.", publish=Publish.NO)

    queue_risk(now=timezone.now())

    assert letters().count() == 3


def test_nothing_is_sent_about_what_was_dealt_with(passages, chair):
    now = timezone.now()
    make_response(passages[0], text=AT_RISK, publish=Publish.NO)
    shown = make_response(passages[1], text=AT_RISK)
    close_safety_reading(
        reading_id=SafetyReading.objects.get().pk, outcome="nothing", by=chair, at=now
    )
    review = Review.objects.get(comment__response=shown)
    deciding.propose_hold(review_id=review.pk, reason="SG1", by=chair, at=now)

    queue_risk(now=now)

    assert not letters().exists()


def test_nobody_without_a_seat_that_may_read_is_told(passages, chair):
    chair.board_memberships.update(undertaking_signed_on=None)
    make_response(passages[0], text=AT_RISK, publish=Publish.NO)
    make_response(passages[1], text=AT_RISK)

    queue_risk(now=timezone.now())

    assert not letters().exists()


def test_nothing_at_risk_costs_two_queries(passages, chair, django_assert_num_queries):
    make_response(passages[0], text="Keep it open.", publish=Publish.NO)

    with django_assert_num_queries(2):
        queue_risk(now=timezone.now())
