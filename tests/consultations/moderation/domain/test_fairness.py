"""Who may read and decide, what two people have to agree on, and what can be asked for again."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from consultations.analysis.domain.reconciling import reconcile
from consultations.moderation.domain import appealing, deciding, reporting, second_looks
from consultations.moderation.domain.hiding import find_words, publish_with_hidden_words, texts_of
from consultations.moderation.domain.queue import visible_to, waiting_for
from consultations.moderation.domain.reasons import MEANINGS
from consultations.moderation.domain.tallying import account_of
from consultations.moderation.enums import (
    DecisionKind,
    NotResponseReason,
    Reason,
    ReportKind,
    ReportOutcome,
    ReviewStatus,
)
from consultations.moderation.models import Appeal, ModerationDecision, Recheck, Review
from consultations.responses.domain.withdrawing import withdraw
from delivery.models import OutboxMessage
from people.domain.board import declare_interest, why_not_to_read
from people.enums import InterestKind, Role
from people.models import BoardMembership, Interest, Organisation
from tests.factories.consultations import make_published_draft, make_response, passages_of
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db

LONDON = dt.timezone(dt.timedelta(hours=1))


@pytest.fixture
def draft():
    return make_published_draft()


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def review(draft):
    response = make_response(
        passages_of(draft)[0], text="Rita Bell is a fool. Spend more.", email="amina@example.org"
    )
    return Review.objects.get(comment__response=response)


def hide(review, by, at):
    hidden = find_words("Rita Bell", texts_of(review.comment_id), reason=Reason.PERSONAL_OTHER)
    publish_with_hidden_words(review_id=review.pk, hidden=hidden, by=by, at=at)


def hold(review, first, second, at):
    deciding.propose_hold(review_id=review.pk, reason=Reason.ABUSE, by=first, at=at)
    deciding.confirm_hold(review_id=review.pk, by=second, at=at)


def status_of(review):
    return Review.objects.get(pk=review.pk).status


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
    def test_is_told_of_hidden_words_once_with_the_rule_and_a_way_to_appeal(
        self, review, board_member, now
    ):
        hide(review, board_member, now)

        letter = OutboxMessage.objects.get(dedupe_key__contains="-decision-")
        assert letter.to == "amina@example.org"
        assert "It is counted in full." in letter.body
        assert MEANINGS[Reason.PERSONAL_OTHER].told in letter.body
        assert "Rita Bell" not in letter.body
        assert board_member.email not in letter.body

    def test_is_sent_no_letter_that_could_put_somebody_in_danger(
        self, review, board_member, second_member, now
    ):
        deciding.propose_hold(
            review_id=review.pk, reason=Reason.SAFEGUARDING, by=board_member, at=now
        )
        deciding.confirm_hold(review_id=review.pk, by=second_member, at=now)

        assert not OutboxMessage.objects.filter(dedupe_key__contains="-decision-").exists()

    def test_is_told_something_for_every_reason_there_is(self):
        assert set(MEANINGS) == {*Reason, *NotResponseReason}
        assert all(len(meaning.told.split()) <= 60 for meaning in MEANINGS.values())


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


class TestAReport:
    @pytest.mark.parametrize(
        ("came", "due"),
        [
            ((2026, 9, 1, 15), (2026, 9, 3, 15)),  # a Tuesday
            ((2026, 9, 3, 15), (2026, 9, 7, 15)),  # over a weekend
            ((2026, 9, 5, 15), (2026, 9, 9, 0)),  # on a Saturday: it begins on Monday
            ((2026, 8, 28, 15), (2026, 9, 2, 15)),  # over a bank holiday
        ],
    )
    def test_has_48_hours_without_weekends_and_bank_holidays(self, came, due):
        moment = dt.datetime(*came, tzinfo=LONDON)

        assert reporting.in_two_working_days(moment) == dt.datetime(*due, tzinfo=LONDON)

    def test_can_take_a_comment_down_and_keeps_nobodys_name(
        self, draft, review, board_member, second_member, now
    ):
        deciding.publish(review_ids=[review.pk], by=board_member, at=now)
        made = reporting.report(
            review=review, kind=ReportKind.REPORT, text="A name.", at=now, name="X", email="x@y.org"
        )
        assert (made.name, made.email) == ("", "")

        reporting.close(
            report_id=made.pk, outcome=ReportOutcome.LOOKED_AT_AGAIN, by=second_member, at=now
        )

        assert status_of(review) == ReviewStatus.WAITING
        assert list(reporting.reports_for(second_member)) == []
        assert reconcile(draft.consultation).faults == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_account_names_every_comment_in_eight_queries(
    draft, board_member, second_member, now, count, django_assert_num_queries
):
    passages = passages_of(draft)
    for passage in passages[:count]:
        hide(review_made(passage), board_member, now)
    hold(review_made(passages[3]), board_member, second_member, now)
    deciding.publish(review_ids=[review_made(passages[4]).pk], by=board_member, at=now)
    review_made(passages[5])

    consultation = draft.consultation

    with django_assert_num_queries(8):
        account = account_of(consultation)

    assert account.received == account.parts == count + 3
    assert (account.with_hidden_words, account.as_sent, account.held) == (count, 1, 1)
    assert account.waiting == 1
    assert account.hidden_by_reason == [("Somebody else’s personal details", count)]
    assert account.held_by_reason == [("Abusive language at a person", 1)]
    assert (account.median_wait, account.longest_of_95) == (0, 0)


def review_made(passage):
    response = make_response(passage, text="Rita Bell knows. Spend more.")
    return Review.objects.get(comment__response=response)
