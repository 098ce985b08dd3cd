"""The numbers on the Board's desk: a handful of counts, never the comments themselves."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.db.models import Count, Exists, OuterRef
from django.utils import timezone
from wagtail.models import Page, Task, TaskState

from consultations.moderation.domain.queue import NOTHING, count_waiting, narrowed, waiting_for
from consultations.moderation.domain.readers import Reader
from consultations.moderation.domain.waiting import due_at
from consultations.moderation.enums import ReviewStatus
from consultations.moderation.models import Review

SECONDS_A_COMMENT = 50
MOST_PAGES = 20
CLEAN_BATCH = 20


@dataclass(frozen=True)
class Desk:
    """`minutes` is an estimate at fifty seconds a comment, at least one when any waits.

    `today` are the unread ones that are due by midnight, or late; `marked` those that look as if
    a machine had sent them.
    """

    waiting: int
    to_confirm: int
    today: int = 0
    marked: int = 0

    @property
    def total(self):
        return self.waiting + self.to_confirm

    @property
    def minutes(self):
        return max(1, round(self.total * SECONDS_A_COMMENT / 60)) if self.total else 0


def desk_of(user, *, consultation=None, now=None, reader=None):
    """What waits for this person in one consultation, or in all of them, in two queries.

    `reader` is for a page that asks about the comments as well.
    """
    now = now or timezone.now()
    reader = reader or Reader(user, now=now)
    counts = count_waiting(reader, due_by=end_of_today(now), consultation=consultation)
    return Desk(
        waiting=counts["waiting"],
        to_confirm=counts["proposed"],
        today=counts["due"],
        marked=counts["marked"],
    )


def end_of_today(now):
    """What is due by then is to be read today, or late."""
    return due_at(now, 0)


def clean_batch(user, *, consultation=None, besides=(), now=None):
    """The next unread comments in which nothing was found, so that they can be read as one page."""
    found = waiting_for(user, now=now).filter(status=ReviewStatus.WAITING).exclude(pk__in=besides)
    clean = narrowed(found, consultation=consultation, concern=NOTHING)
    first = clean.order_by("due_at", "received_at", "pk").values_list("pk", flat=True)
    ids = list(first[:CLEAN_BATCH])
    return waiting_for(user, now=now).filter(pk__in=ids).order_by("due_at", "received_at", "pk")


def nobodys():
    """How many unread comments wait at a step that nobody is in a group of, by the step's name."""
    readers = get_user_model().objects.filter(is_active=True)
    waiting = Review.objects.filter(status=ReviewStatus.WAITING, task__isnull=False)
    tasks = dict(waiting.values_list("task").annotate(count=Count("pk")).order_by())
    if not tasks:
        return []
    empty = Task.objects.filter(pk__in=tasks).annotate(
        has_readers=Exists(readers.filter(groups__groupapprovaltask=OuterRef("pk")))
    )
    return [(task.name, tasks[task.pk]) for task in empty if not task.has_readers]


def pages_to_sign_off(user):
    """Pages that wait at a workflow step of this person's groups, at most twenty of them."""
    tasks = user.groups.values_list("groupapprovaltask", "signofftask", named=False)
    ids = {pk for row in tasks for pk in row if pk}
    states = (
        TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task__in=ids)
        .select_related("workflow_state", "task")
        .order_by("started_at")[:MOST_PAGES]
    )
    steps = {int(state.workflow_state.object_id): state for state in states}
    pages = Page.objects.in_bulk(list(steps))
    return [(pages[pk], state) for pk, state in steps.items() if pk in pages]
