"""Who may read, what is no response, and second looks."""

import datetime as dt

import pytest
from django.utils import timezone

from consultations.analysis.domain.reconciling import reconcile
from consultations.moderation.domain import appealing, deciding, second_looks
from consultations.moderation.domain.queue import visible_to, waiting_for
from consultations.moderation.enums import (
    DecisionKind,
    NotResponseReason,
    ReviewStatus,
)
from consultations.moderation.models import ModerationDecision, Recheck, Review
from consultations.responses.domain.withdrawing import withdraw
from people.domain.board import declare_interest, why_not_to_read
from people.enums import InterestKind, Role
from people.models import BoardMembership, Interest, Organisation
from tests.consultations.moderation.domain.fairness.steps import (
    hide,
    hold,
    status_of,
)
from tests.factories.consultations import make_response, passages_of
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db


class TestWhoMayRead:
    @pytest.mark.parametrize(
        ("seat", "sentence"),
        [
            ({"undertaking_signed_on": None}, "You have not signed the undertaking"),
            ({"starts_on": dt.date(2999, 1, 1)}, "Your term on the Board has not begun"),
            ({"ends_on": dt.date(2021, 1, 1)}, "Your term on the Board has ended"),
        ],
    )
    def test_nobody_without_a_seat_and_the_undertaking(self, review, board_member, seat, sentence):
        BoardMembership.objects.update(**seat)

        assert why_not_to_read(board_member).startswith(sentence)
        assert list(visible_to(board_member)) == []
        with pytest.raises(deciding.NotYours):
            deciding.publish(review_ids=[review.pk], by=board_member, at=timezone.now())

    def test_a_screen_says_what_is_missing(self, review, board_member, signed_in):
        BoardMembership.objects.all().delete()

        answer = signed_in(board_member).get(f"/admin/board/{review.pk}/")

        assert answer.status_code == 403
        assert "You have no seat on the Board." in answer.content.decode()
        assert "Rita Bell" not in answer.content.decode()

    def test_an_interest_keeps_an_organisation_off_every_road(
        self, draft, board_member, second_member, now
    ):
        response = make_response(passages_of(draft)[0], organisation="Riverside Carers")
        review = Review.objects.get(comment__response=response)
        hold(review, second_member, make_user("third", Role.BOARD_MEMBER), now)
        asked = appealing.appeal(comment=review.comment, text="It is not.", at=now)
        assert list(appealing.appeals_for(board_member)) == [asked]

        declare_interest(
            user=board_member,
            organisation=Organisation.objects.get(),
            kind=InterestKind.WORKS,
            on=timezone.localdate(now),
        )

        assert list(visible_to(board_member)) == []
        assert list(appealing.appeals_for(board_member)) == []
        with pytest.raises(deciding.NotYours):
            deciding.reopen(review_id=review.pk, by=board_member, at=now)
        with pytest.raises(deciding.NotYours):
            appealing.decide(
                appeal_id=asked.pk, outcome="upheld", answer="No.", by=board_member, at=now
            )
        Interest.objects.update(ended_on=timezone.localdate(now), declared_on="2020-01-01")
        assert list(visible_to(board_member)) == []
        Interest.objects.update(ended_on=timezone.localdate(now) - dt.timedelta(days=1))
        assert list(visible_to(board_member)) == [review]

    def test_whoever_steps_back_does_not_see_it_again(self, review, board_member, second_member):
        second_looks.step_back(review_id=review.pk, by=board_member, at=timezone.now())

        assert list(waiting_for(board_member)) == []
        assert list(waiting_for(second_member)) == [review]


class TestNotAResponse:
    def test_takes_two_people_and_leads_back(self, draft, review, board_member, second_member, now):
        propose = {"review_id": review.pk, "reason": NotResponseReason.ADVERTISING, "at": now}
        deciding.propose_not_a_response(**propose, by=board_member)
        assert reconcile(draft.consultation).counted == 1
        with pytest.raises(deciding.SecondPersonNeeded):
            deciding.confirm_hold(review_id=review.pk, by=board_member, at=now)

        deciding.confirm_hold(review_id=review.pk, by=second_member, at=now)

        result = reconcile(draft.consultation)
        assert (result.faults, result.received, result.counted) == ([], 1, 0)
        assert result.not_responses == 1
        asked = appealing.appeal(comment=review.comment, text="I wrote it.", at=now)
        chair = make_user("chair", Role.BOARD_CHAIR)
        appealing.decide(
            appeal_id=asked.pk,
            outcome="overturned",
            answer="So it is.",
            by=chair,
            at=now,
        )
        result = reconcile(draft.consultation)
        assert (result.faults, result.counted, result.not_responses) == ([], 1, 0)
        assert status_of(review) == ReviewStatus.WAITING

    def test_taken_back_by_its_author_afterwards_still_adds_up(
        self, draft, review, board_member, second_member, now
    ):
        deciding.propose_not_a_response(
            review_id=review.pk, reason=NotResponseReason.SENT_TWICE, by=board_member, at=now
        )
        deciding.confirm_hold(review_id=review.pk, by=second_member, at=now)

        withdraw(response=review.comment.response, at=now)

        result = reconcile(draft.consultation)
        assert (result.faults, result.withdrawn, result.not_responses) == ([], 1, 0)


class TestSecondLooks:
    def test_are_for_somebody_else_and_end_the_waiting(
        self, review, board_member, second_member, now
    ):
        hide(review, board_member, now)
        (decision,) = second_looks.to_look_at(second_member)

        assert list(second_looks.to_look_at(board_member)) == []
        with pytest.raises(deciding.NotYours):
            second_looks.agree(decision_id=decision.pk, by=board_member, at=now)
        second_looks.agree(decision_id=decision.pk, by=second_member, at=now)

        assert list(second_looks.to_look_at(second_member)) == []

    def test_one_in_twenty_of_two_hundred_is_drawn_once_and_read_blind(
        self, review, board_member, second_member
    ):
        now = dt.datetime(2026, 7, 2, 12, tzinfo=dt.UTC)
        hide(review, board_member, now - dt.timedelta(days=30))
        decision = ModerationDecision.objects.get()
        more = [
            ModerationDecision(
                review=review, kind=DecisionKind.PUBLISH, by=board_member, at=decision.at
            )
            for _ in range(198)
        ]
        ModerationDecision.objects.bulk_create(more)
        assert second_looks.draw(now=now, seed=1) == 0
        ModerationDecision.objects.create(
            review=review, kind=DecisionKind.PUBLISH, by=board_member, at=decision.at
        )

        assert second_looks.draw(now=now, seed=1) == 10
        assert second_looks.draw(now=now, seed=2) == 0
        assert list(second_looks.to_read_blind(board_member)) == []
        first, second = second_looks.to_read_blind(second_member)[:2]
        kind = first.decision.kind
        other = DecisionKind.HOLD
        second_looks.give_verdict(recheck_id=first.pk, verdict=kind, by=second_member, at=now)
        second_looks.give_verdict(recheck_id=second.pk, verdict=other, by=second_member, at=now)
        (agreement,) = second_looks.agreements()
        assert (agreement.quarter, agreement.drawn, agreement.read) == ("2026Q2", 10, 2)
        assert agreement.per_cent == 50
        assert Recheck.objects.filter(verdict="").count() == 8
