"""What happened in a consultation, told in the order in which it happened.

Responses come, the Board reads, somebody takes a response back: each is written into the diary
with its moment, and then the whole diary is lived through from its first moment to its last.
"""

from datetime import datetime, time, timedelta

from django.utils import timezone

from consultations.moderation.domain import deciding
from consultations.moderation.domain.hiding import (
    find_words,
    publish_with_hidden_words,
    texts_of,
)
from consultations.moderation.domain.queue import waiting_for
from consultations.moderation.enums import ReviewStatus
from consultations.moderation.models import Review
from consultations.moderation.notifications import queue_news
from consultations.responses.domain.withdrawing import withdraw
from demo.loading.answering import answer

READING_DAYS = (0, 2, 4)  # Mondays, Wednesdays and Fridays
BEFORE_WORK = time(7, 30)
A_NIGHT = timedelta(hours=14)


class Diary:
    def __init__(self, *, consulted, readers, now):
        """`readers` take turns at the desk; the last of them reads what the others may not."""
        self.consulted = consulted
        self.readers = readers
        self.now = now
        self.entries = []
        self.set_aside = set()

    def note(self, at, do, **facts):
        """Write it down for that moment, or for now where that moment has not come."""
        self.entries.append((min(at, self.now), len(self.entries), do, facts))

    def live(self):
        """Authors are written to every morning, and at the end."""
        day = None
        while self.entries:
            self.entries.sort(key=lambda entry: entry[:2])
            at, _, do, facts = self.entries.pop(0)
            if timezone.localdate(at) != day:
                day = timezone.localdate(at)
                queue_news(now=at)
            do(at=at, **facts)
        queue_news(now=self.now)

    def receive(self, *, at, written):
        """A response comes. What its file says about holding it is noted for the days after."""
        response = answer(written, consulted=self.consulted, at=at)
        if written.withdrawn is not None:
            later = timedelta(days=written.withdrawn - written.day)
            self.note(at + later, self.take_back, response=response)
        steps = {position: said for position, said in enumerate(written.comments, 1) if said.step}
        if steps:
            reviews = Review.objects.filter(
                comment__response=response, comment__position__in=list(steps)
            ).select_related("comment")
            for review in reviews:
                self.set_aside.add(review.pk)
                said = steps[review.comment.position]
                do = self.hide_words if said.step == "hide" else self.propose_hold
                self.note(at + A_NIGHT, do, review=review, said=said)

    def take_back(self, *, at, response):
        withdraw(response=response, at=at)

    def hide_words(self, *, at, review, said):
        hidden = find_words(said.note, texts_of(review.comment_id), reason=said.reason)
        publish_with_hidden_words(review_id=review.pk, hidden=hidden, by=self.readers[0], at=at)

    def propose_hold(self, *, at, review, said):
        first, second = self.readers[:2]
        deciding.propose_hold(
            review_id=review.pk, reason=said.reason, note=said.note, by=first, at=at
        )
        if said.step == "hold":
            self.note(at + A_NIGHT, self.confirm_hold, review=review, by=second)

    def confirm_hold(self, *, at, review, by):
        deciding.confirm_hold(review_id=review.pk, by=by, at=at)

    def read_between(self, first_day, last_day):
        """Let the readers take turns, three mornings a week; the last one clears the desk."""
        days = [first_day + timedelta(days=number) for number in range((last_day - first_day).days)]
        days = [day for day in days if day.weekday() in READING_DAYS]
        for turn, day in enumerate(days):
            self.note(_morning(day), self.read, by=self.readers[turn % len(self.readers)])
        self.note(_morning(last_day), self.read, by=self.readers[-1])

    def read(self, *, at, by):
        """Publish everything on this person's desk that nobody wants to hold."""
        waiting = waiting_for(by).filter(
            consultation=self.consulted.consultation, status=ReviewStatus.WAITING
        )
        ids = list(waiting.exclude(pk__in=self.set_aside).values_list("pk", flat=True))
        if ids:
            deciding.publish(review_ids=ids, by=by, at=at)


def _morning(day):
    return timezone.make_aware(datetime.combine(day, BEFORE_WORK))
