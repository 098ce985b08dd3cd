"""Hiding the name under a comment: what is said stays, and every page shows it without the name."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from consultations.analysis.domain.reconciling import reconcile
from consultations.moderation.domain import appealing, deciding, names, second_looks
from consultations.moderation.domain.news import SLIP
from consultations.moderation.enums import Reason
from consultations.moderation.models import ModerationDecision, Review
from consultations.moderation.notifications import queue_news
from consultations.responses.enums import Publish
from consultations.responses.models import Response
from delivery.models import OutboxMessage
from tests.factories.consultations import make_published_draft, make_response, passages_of

pytestmark = pytest.mark.django_db

NAME = "Mayor Mugabe-Windsor"


@pytest.fixture
def draft():
    return make_published_draft()


def named(draft, *, number=1, **who):
    who = {"name": NAME, "email": "somebody@example.org", **who}
    passages = passages_of(draft)[:number]
    response = make_response(*passages, text="Well said.", publish=Publish.WITH_NAME, **who)
    return list(Review.objects.filter(comment__response=response).order_by("pk"))


def hide(review, by, reason=Reason.IMPERSONATION):
    names.hide_name(review_id=review.pk, reason=reason, by=by, at=timezone.now())


def publish(reviews, by):
    deciding.publish(review_ids=[r.pk for r in reviews], by=by, at=timezone.now())


def pages(draft, client):
    places = [draft.url, draft.sections().first().url, f"{draft.consultation.url}views/"]
    return "".join(client.get(place).content.decode() for place in places)


def test_it_goes_from_all_comments_of_the_response_at_once_and_comes_back(
    draft, board_member, client
):
    reviews = named(draft, number=2)
    publish(reviews, board_member)
    assert NAME in pages(draft, client)

    hide(reviews[0], board_member)
    hidden = pages(draft, client)
    names.show_name(review_id=reviews[1].pk, by=board_member, at=timezone.now())

    assert NAME not in hidden
    assert hidden.count("A resident (name hidden)") >= 2
    assert "Well said." in hidden
    assert NAME in pages(draft, client)


def test_a_groups_name_goes_too_and_no_count_changes(draft, board_member, client):
    (review,) = named(draft, name="", organisation="Friends of Nowhere")
    before = reconcile(draft.consultation)
    publish([review], board_member)

    hide(review, board_member)

    after = reconcile(draft.consultation)
    assert (before.counted, after.counted, after.faults) == (1, 1, [])
    assert "Friends of Nowhere" not in pages(draft, client)
    assert "A group or organisation (name hidden)" in pages(draft, client)


def test_it_can_be_hidden_before_anything_is_shown(draft, board_member, client):
    (review,) = named(draft)
    hide(review, board_member)

    publish([review], board_member)

    assert NAME not in pages(draft, client)


@pytest.mark.parametrize("who", [{"publish": Publish.WITHOUT_NAME}, {"funder_safe": True}])
def test_there_is_nothing_to_hide_where_no_name_is_shown(draft, board_member, who):
    (review,) = named(draft, name="", organisation="Friends of Nowhere")
    Response.objects.update(**who)

    with pytest.raises(names.NoNameToHide):
        hide(review, board_member)


def test_hiding_twice_showing_twice_or_for_no_reason_is_refused(draft, board_member):
    (review,) = named(draft)
    with pytest.raises(ValueError, match="TOO_CRITICAL"):
        hide(review, board_member, reason="TOO_CRITICAL")
    with pytest.raises(names.NameNotHidden):
        names.show_name(review_id=review.pk, by=board_member, at=timezone.now())
    hide(review, board_member)
    with pytest.raises(names.NoNameToHide):
        hide(review, board_member)
    with pytest.raises(IntegrityError), transaction.atomic():
        ModerationDecision.objects.update(reason="")


def test_nobody_hides_the_name_of_their_own_organisation(draft, board_member):
    (review,) = named(draft, name="", organisation="Friends of Nowhere")
    seat = board_member.board_memberships.get()
    seat.organisation = review.comment.response.organisation
    seat.save()

    with pytest.raises(deciding.NotYours):
        hide(review, board_member)


def test_a_second_person_looks_at_it(draft, board_member, second_member):
    (review,) = named(draft)
    publish([review], board_member)
    hide(review, board_member)

    assert not second_looks.to_look_at(board_member).exists()
    (decision,) = second_looks.to_look_at(second_member)
    second_looks.agree(decision_id=decision.pk, by=second_member, at=timezone.now())

    assert not second_looks.to_look_at(second_member).exists()


def test_its_author_is_told_once_and_an_appeal_brings_it_back(
    draft, board_member, second_member, client
):
    (review,) = named(draft)
    publish([review], board_member)
    queue_news(now=timezone.now() + SLIP)
    hide(review, board_member)

    for _ in range(2):
        queue_news(now=timezone.now() + SLIP)

    _, letter = OutboxMessage.objects.filter(dedupe_key__contains="news-").order_by("pk")
    assert "We do not show the name with it." in letter.body
    assert NAME not in letter.body
    asked = appealing.appeal(comment=review.comment, text="It is my name.", at=timezone.now())
    appealing.decide(
        appeal_id=asked.pk,
        outcome="overturned",
        answer="So it is.",
        by=second_member,
        at=timezone.now(),
    )
    assert NAME in pages(draft, client)


class TestTheScreen:
    def test_offers_it_with_a_reason_and_the_way_back(self, draft, signed_in, board_member, client):
        (review,) = named(draft)
        publish([review], board_member)
        member = signed_in(board_member)
        read = reverse("board_read", args=[review.pk])
        before = member.get(read).content.decode()

        for reason, said in (
            ("", "Choose why the name should be hidden."),
            ("NO", "Choose one of the reasons on the list."),
            ("IM1", "The name is hidden everywhere."),
            ("IM1", "No name is shown with it"),
        ):
            address = reverse("board_hide_name", args=[review.pk])
            answer = member.post(address, {"reason": reason}, follow=True)
            assert said in answer.content.decode()
        hidden = answer.content.decode()
        for said in ("The name is shown again.", "The name is shown already."):
            answer = member.post(reverse("board_show_name", args=[review.pk]), follow=True)
            assert said in answer.content.decode()

        assert NAME in before
        assert "Hide the name" in before
        assert "Show the name again" in hidden
        assert "hid the name" in hidden

    def test_is_silent_where_no_name_is_shown(self, draft, signed_in, board_member):
        response = make_response(passages_of(draft)[0], name="", text="Well said.")
        review = Review.objects.get(comment__response=response)

        page = signed_in(board_member).get(reverse("board_read", args=[review.pk]))

        assert "The name with it" not in page.content.decode()
