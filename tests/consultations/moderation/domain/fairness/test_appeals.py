"""Appeals, and what the author is told."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from consultations.analysis.domain.reconciling import reconcile
from consultations.moderation.domain import appealing, deciding
from consultations.moderation.domain.reasons import MEANINGS
from consultations.moderation.enums import (
    NotResponseReason,
    Reason,
    ReviewStatus,
)
from consultations.moderation.models import Appeal
from delivery.models import OutboxMessage
from tests.consultations.moderation.domain.fairness.steps import (
    LONDON,
    hide,
    hold,
    status_of,
)

pytestmark = pytest.mark.django_db


class TestAnAppeal:
    def test_is_decided_by_somebody_who_had_no_part(
        self, review, board_member, second_member, chair, now
    ):
        hold(review, board_member, second_member, now)

        asked = appealing.appeal(comment=review.comment, text="Fool is not abuse.", at=now)

        for member in (board_member, second_member):
            assert list(appealing.appeals_for(member)) == []
            with pytest.raises(deciding.NotYours):
                appealing.decide(
                    appeal_id=asked.pk, outcome="upheld", answer="No.", by=member, at=now
                )
        assert list(appealing.appeals_for(chair)) == [asked]
        with pytest.raises(appealing.NoAnswer):
            appealing.decide(appeal_id=asked.pk, outcome="upheld", answer=" ", by=chair, at=now)

    @pytest.mark.parametrize(
        ("outcome", "status"),
        [
            ("upheld", ReviewStatus.HELD),
            ("changed", ReviewStatus.WAITING),
            ("overturned", ReviewStatus.PUBLISHED),
        ],
    )
    def test_does_what_was_decided_and_changes_no_count(
        self, draft, review, board_member, second_member, chair, now, outcome, status
    ):
        hold(review, board_member, second_member, now)
        asked = appealing.appeal(comment=review.comment, text="Please look.", at=now)

        appealing.decide(appeal_id=asked.pk, outcome=outcome, answer="Seen.", by=chair, at=now)

        assert status_of(review) == status
        result = reconcile(draft.consultation)
        assert (result.faults, result.counted) == ([], 1)
        letter = OutboxMessage.objects.get(dedupe_key__contains="-appeal-")
        assert "Seen." in letter.body

    def test_overturned_shows_every_word(self, review, board_member, chair, now):
        hide(review, board_member, now)
        asked = appealing.appeal(comment=review.comment, text="She is in office.", at=now)

        appealing.decide(appeal_id=asked.pk, outcome="overturned", answer="So.", by=chair, at=now)

        assert appealing.in_force([review.comment]) == {}
        assert not review.comment.redactions.standing().exists()

    def test_comes_once_and_until_the_twentieth_working_day(self, review, board_member):
        friday = dt.datetime(2026, 8, 28, 12, tzinfo=LONDON)  # a bank holiday follows on Monday
        hide(review, board_member, friday)
        last = dt.datetime(2026, 9, 28, 23, 59, tzinfo=LONDON)
        decision = appealing.in_force([review.comment])[review.comment_id]

        assert appealing.last_day_of(decision) == dt.date(2026, 9, 28)
        with pytest.raises(appealing.NothingToAppeal):
            appealing.appeal(
                comment=review.comment, text="Late.", at=last + dt.timedelta(minutes=1)
            )
        asked = appealing.appeal(comment=review.comment, text="In time.", at=last)
        assert asked.due_on == dt.date(2026, 10, 12)
        with pytest.raises(appealing.NothingToAppeal):
            appealing.appeal(comment=review.comment, text="Again.", at=last)

    def test_without_an_answer_is_not_decided_in_the_database(self, review, board_member, now):
        hide(review, board_member, now)
        asked = appealing.appeal(comment=review.comment, text="Look.", at=now)

        with pytest.raises(IntegrityError), transaction.atomic():
            Appeal.objects.filter(pk=asked.pk).update(outcome="upheld")

    def test_of_what_is_shown_as_it_was_sent_there_is_none(self, review, board_member, now):
        deciding.publish(review_ids=[review.pk], by=board_member, at=now)

        with pytest.raises(appealing.NothingToAppeal):
            appealing.appeal(comment=review.comment, text="More!", at=now)


class TestTheAuthor:
    def test_is_told_something_for_every_reason_there_is(self):
        assert set(MEANINGS) == {*Reason, *NotResponseReason}
        assert all(len(meaning.told.split()) <= 60 for meaning in MEANINGS.values())
