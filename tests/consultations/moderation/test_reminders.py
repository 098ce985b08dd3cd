"""Reminders: at, before and after each mark of the clock, once, and to the right people."""

import datetime as dt

import pytest
from django.utils import timezone

from consultations.moderation.domain import deciding
from consultations.moderation.domain.reminding import is_time_to_remind, mark_of
from consultations.moderation.domain.waiting import due_at
from consultations.moderation.models import Review, Route, SafetyReading
from consultations.moderation.notifications import queue_reminders
from consultations.responses.enums import Publish
from delivery.models import OutboxMessage
from tests.factories.consultations import make_response, passages_of

SECOND = dt.timedelta(seconds=1)
# Before a bank holiday on Monday 25 May; London is an hour ahead of UTC.
FRIDAY = dt.datetime(2026, 5, 22, 9, 0, tzinfo=dt.UTC)


def london(*when):
    return timezone.make_aware(dt.datetime(*when))


@pytest.mark.parametrize(
    ("days", "at", "mark"),
    [
        # Due at the end of 29 May: four days of the week after, and none of the long weekend.
        (4, london(2026, 5, 29), 75),
        (4, london(2026, 5, 30), 100),
        (4, london(2026, 6, 3), 150),  # two working days on; 30 and 31 May are a weekend
        (0, london(2026, 5, 22, 18), 75),
        (0, london(2026, 5, 23), 100),
        (0, london(2026, 5, 26, 12), 150),  # the Tuesday's noon, after a weekend and a holiday
    ],
)
def test_the_clock_passes_its_marks_on_working_days_only(days, at, mark):
    due = due_at(FRIDAY, days)

    assert mark_of(due, days, now=at) == mark
    assert mark_of(due, days, now=at + SECOND) == mark
    assert mark_of(due, days, now=at - SECOND) == {75: 0, 100: 75, 150: 100}[mark]


@pytest.mark.parametrize(
    ("at", "is_time"),
    [
        (london(2026, 5, 26, 8), True),
        (london(2026, 5, 26, 7, 59), False),
        (london(2026, 5, 25, 12), False),  # a bank holiday
        (london(2026, 5, 24, 12), False),
    ],
)
def test_nobody_is_reminded_at_night_or_on_a_holiday(at, is_time):
    assert is_time_to_remind(at) is is_time


@pytest.mark.django_db
class TestLetters:
    TUESDAY = london(2026, 5, 26, 9)

    @pytest.fixture
    def reviews(self, usual_draft, board_member):
        """Three on one member's pile, due in two hours, since yesterday, and long ago."""
        for passage in passages_of(usual_draft)[:3]:
            make_response(passage)
        Route.objects.update(working_days=4)
        reviews = list(Review.objects.order_by("pk"))
        dues = (london(2026, 5, 27), london(2026, 5, 26), london(2026, 5, 20))
        for review, due in zip(reviews, dues, strict=True):
            review.due_at, review.assigned_to = due, board_member
            review.save(update_fields=["due_at", "assigned_to"])
        return reviews

    def letters(self):
        found = OutboxMessage.objects.filter(dedupe_key__startswith="reminder-")
        return {letter.to: letter.body for letter in found}

    def test_go_to_the_holder_the_chair_and_the_officer_as_time_runs_out(
        self, reviews, board_member, second_member, chair, officer
    ):
        queue_reminders(now=self.TUESDAY)

        letters = self.letters()
        assert set(letters) == {board_member.email, chair.email, officer.email}
        soon, late, very_late = "three quarters", "1 comment is late", "half as long again"
        assert all(words in letters[board_member.email] for words in (soon, late, very_late))
        assert soon not in letters[chair.email]
        assert late in letters[chair.email]
        assert late not in letters[officer.email]
        assert very_late in letters[officer.email]

    def test_are_sent_once_a_day_and_once_for_each_mark(self, reviews, board_member):
        for hours in range(3):
            queue_reminders(now=self.TUESDAY + hours * dt.timedelta(hours=1))
        assert len(self.letters()) == 1

        OutboxMessage.objects.all().delete()
        queue_reminders(now=self.TUESDAY + dt.timedelta(days=1))

        assert "1 comment is late" in self.letters()[board_member.email]
        assert "three quarters" not in self.letters()[board_member.email]
        assert "half as long again" not in self.letters()[board_member.email]

    def test_tell_the_chair_of_what_lies_on_nobodys_pile(self, reviews, chair):
        Review.objects.update(assigned_to=None)

        queue_reminders(now=self.TUESDAY)

        assert "three quarters" in self.letters()[chair.email]

    @pytest.mark.parametrize(("now", "told"), [(london(2026, 5, 22, 23), 0), (TUESDAY, 2)])
    def test_tell_daily_of_a_private_comment_at_risk_whoever_may_read_it(
        self, usual_draft, board_member, chair, now, told
    ):
        response = make_response(
            passages_of(usual_draft)[0],
            text="I feel suicidal since Zanzibarine closed.",
            publish=Publish.NO,
        )
        reading = SafetyReading.objects.get(review__comment__response=response)
        reading.due_at = due_at(FRIDAY, 0)
        reading.save()

        for day in range(2):
            queue_reminders(now=now + day * dt.timedelta(days=1))

        letters = OutboxMessage.objects.filter(dedupe_key__startswith="reminder-")
        assert [letter.to for letter in letters] == [chair.email] * told
        for letter in letters:
            assert "1 private comment in which somebody may be at risk" in letter.body
            assert "Since the last reminder" not in letter.body
            assert "Zanzibarine" not in letter.body
            assert response.reference not in letter.body

    def test_say_nothing_of_what_was_decided(self, reviews, board_member):
        ids = [review.pk for review in reviews]
        deciding.publish(review_ids=ids, by=board_member, at=self.TUESDAY)

        queue_reminders(now=self.TUESDAY)

        assert self.letters() == {}
