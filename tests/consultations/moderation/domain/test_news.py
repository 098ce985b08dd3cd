"""What authors are told by letter: of all their comments together, once, and soon enough."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.utils import timezone

from consultations.moderation.domain import appealing, deciding
from consultations.moderation.domain.news import SLIP, take_news
from consultations.moderation.domain.reasons import MEANINGS
from consultations.moderation.enums import NotResponseReason, Reason, ReviewStatus
from consultations.moderation.models import Review, Untold
from consultations.moderation.notifications import queue_news
from consultations.responses.domain.withdrawing import withdraw
from delivery.models import OutboxMessage
from tests.consultations.moderation.domain.fairness.steps import hide, hold
from tests.factories.consultations import (
    make_consultation,
    make_published_draft,
    make_response,
    passages_of,
)

pytestmark = pytest.mark.django_db

SECOND = dt.timedelta(seconds=1)
# Five working days after the Friday before the summer bank holiday is the second Monday.
FRIDAY = timezone.make_aware(dt.datetime(2026, 8, 28, 15))
FIFTH_DAY = timezone.make_aware(dt.datetime(2026, 9, 7))


@pytest.fixture
def passages():
    consultation = make_consultation(
        opens_at=FRIDAY - dt.timedelta(days=30), closes_at=FRIDAY + dt.timedelta(days=60)
    )
    return passages_of(make_published_draft(consultation))


def sent(*passages, email="amina@example.org", text="Rita Bell is a fool. Spend more."):
    """The reviews of one response, in the order of its comments."""
    response = make_response(*passages, text=text, email=email, at=FRIDAY)
    reviews = Review.objects.filter(comment__response=response)
    return list(reviews.order_by("comment__position"))


def publish(reviews, by, at=FRIDAY):
    deciding.publish(review_ids=[review.pk for review in reviews], by=by, at=at)


def letters():
    return list(OutboxMessage.objects.filter(dedupe_key__contains="news-").order_by("pk"))


def test_one_letter_tells_of_all_comments_once_the_last_is_decided(
    passages, board_member, second_member
):
    shown, hidden, held = sent(*passages[:3])
    publish([shown], board_member)
    hide(hidden, board_member, FRIDAY)
    queue_news(now=FRIDAY + SLIP)
    assert letters() == []
    hold(held, board_member, second_member, FRIDAY + SLIP)

    for _ in range(2):
        queue_news(now=FRIDAY + SLIP * 2)

    (letter,) = letters()
    assert letter.to == "amina@example.org"
    for review in (shown, hidden, held):
        assert letter.body.count(f"* {review.comment.place_label}\n") == 1
    assert f"#{passages[0].anchor}\n" in letter.body
    assert MEANINGS[Reason.PERSONAL_OTHER].told in letter.body
    assert MEANINGS[Reason.ABUSE].told in letter.body
    assert "Everything you said is counted" in letter.body
    assert "ask by 28 September 2026" in letter.body
    for secret in ("Rita Bell", "Spend more", board_member.email, str(second_member)):
        assert secret not in letter.body + letter.subject


@pytest.mark.parametrize(("late", "told"), [(SLIP - SECOND, 0), (SLIP, 1)])
def test_a_quarter_of_an_hour_is_left_to_put_a_slip_right(passages, board_member, late, told):
    publish(sent(passages[0]), board_member)

    queue_news(now=FRIDAY + late)

    assert len(letters()) == told


@pytest.mark.parametrize(("late", "told"), [(SLIP - SECOND, 0), (SLIP, 1)])
def test_the_quarter_of_an_hour_begins_with_the_last_decision(passages, board_member, late, told):
    first, last = sent(*passages[:2])
    publish([first], board_member)
    publish([last], board_member, at=FRIDAY + SLIP * 4)

    queue_news(now=FRIDAY + SLIP * 4 + late)

    assert len(letters()) == told


def test_what_fails_on_the_way_is_told_the_next_time_and_once(passages, board_member):
    publish(sent(passages[0]), board_member)
    publish(sent(passages[1]), board_member)
    met = []

    def fails_at_the_second(news):
        met.append(news)
        if len(met) == 2:
            raise OSError("The lights went out.")

    with pytest.raises(OSError, match="lights"):
        take_news(now=FRIDAY + SLIP, tell=fails_at_the_second)
    assert (len(met), Untold.objects.count()) == (2, 2)
    for _ in range(2):
        queue_news(now=FRIDAY + SLIP)

    assert len(letters()) == 2


def test_what_was_taken_back_in_time_is_told_to_nobody(passages, board_member):
    (review,) = sent(passages[0])
    publish([review], board_member)
    deciding.reopen(review_id=review.pk, by=board_member, at=FRIDAY)

    queue_news(now=FRIDAY + SLIP)
    assert letters() == []
    publish([review], board_member, at=FRIDAY + SLIP)
    queue_news(now=FRIDAY + SLIP * 2)

    assert len(letters()) == 1


@pytest.mark.parametrize(("now", "told"), [(FIFTH_DAY - SECOND, 0), (FIFTH_DAY, 1)])
def test_what_is_decided_waits_for_the_rest_until_the_fifth_working_day(
    passages, board_member, now, told
):
    first, second = sent(*passages[:2])
    hide(first, board_member, FRIDAY)

    queue_news(now=now)

    assert len(letters()) == told
    if told:
        assert "a part of your response" in letters()[0].body
        publish([second], board_member, at=now)
        queue_news(now=now + SLIP)
        rest = letters()[1].body
        assert second.comment.place_label in rest
        assert first.comment.place_label not in rest


def test_the_time_to_appeal_begins_when_the_author_is_told(passages, board_member):
    first, _ = sent(*passages[:2])
    hide(first, board_member, FRIDAY)
    before = appealing.last_day_of(appealing.in_force([first.comment])[first.comment_id])

    queue_news(now=FIFTH_DAY)

    after = appealing.last_day_of(appealing.in_force([first.comment])[first.comment_id])
    assert (before, after) == (dt.date(2026, 9, 28), dt.date(2026, 10, 5))
    assert "ask by 5 October 2026" in letters()[0].body


@pytest.mark.parametrize("reason", [Reason.SAFEGUARDING, Reason.THREAT])
def test_no_letter_tells_what_could_put_somebody_in_danger(
    passages, board_member, second_member, reason
):
    at_risk, other = sent(*passages[:2])
    deciding.propose_hold(review_id=at_risk.pk, reason=reason, by=board_member, at=FRIDAY)
    deciding.confirm_hold(review_id=at_risk.pk, by=second_member, at=FRIDAY)
    queue_news(now=FIFTH_DAY)
    assert letters() == []
    publish([other], board_member, at=FIFTH_DAY)

    queue_news(now=FIFTH_DAY + SLIP)

    (letter,) = letters()
    assert other.comment.place_label in letter.body
    assert at_risk.comment.place_label not in letter.body


def test_who_is_not_counted_is_told_so(passages, board_member, second_member):
    reviews = sent(*passages[:2])
    deciding.propose_not_a_response(
        review_id=reviews[0].pk, reason=NotResponseReason.ADVERTISING, by=board_member, at=FRIDAY
    )
    deciding.confirm_hold(review_id=reviews[0].pk, by=second_member, at=FRIDAY)

    queue_news(now=FRIDAY + SLIP)

    (letter,) = letters()
    assert "is not counted" in letter.subject
    assert "is counted" not in letter.body
    assert MEANINGS[NotResponseReason.ADVERTISING].told in letter.body


def test_nobody_is_written_to_without_an_address_or_after_withdrawing(passages, board_member):
    (unknown,) = sent(passages[0], email="")
    (withdrawn,) = sent(passages[1])
    publish([unknown, withdrawn], board_member)
    withdraw(response=withdrawn.comment.response, at=FRIDAY)

    queue_news(now=FRIDAY + SLIP)

    assert letters() == []
    assert not Untold.objects.exists()


def test_noting_costs_as_much_for_many_as_for_one(
    passages, board_member, django_assert_num_queries
):
    few = [sent(passages[0])[0] for _ in range(1)]
    many = [sent(passages[1])[0] for _ in range(3)]
    publish(sent(passages[2]), board_member)

    with django_assert_num_queries(13):
        publish(few, board_member)
    with django_assert_num_queries(13):
        publish(many, board_member)
    assert Review.objects.filter(status=ReviewStatus.PUBLISHED).count() == 5


def test_the_log_stays_whole(passages, board_member):
    publish(sent(passages[0]), board_member)
    queue_news(now=FRIDAY + SLIP)

    call_command("verify_log")
