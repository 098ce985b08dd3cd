"""The numbers on the Board's desk: a handful of counts, never the comments themselves."""

from dataclasses import dataclass

from wagtail.models import Page, TaskState

from consultations.moderation.domain.queue import count_unread, waiting_for
from consultations.moderation.enums import ReviewStatus

SECONDS_A_COMMENT = 50
MOST_PAGES = 20


@dataclass(frozen=True)
class Desk:
    """`minutes` is an estimate at fifty seconds a comment, at least one when any waits."""

    waiting: int
    to_confirm: int

    @property
    def total(self):
        return self.waiting + self.to_confirm

    @property
    def minutes(self):
        return max(1, round(self.total * SECONDS_A_COMMENT / 60)) if self.total else 0


def desk_of(user, *, consultation=None, now=None):
    """What waits for this person in one consultation, or in all of them."""
    to_confirm = waiting_for(user, now=now).filter(status=ReviewStatus.HOLD_PROPOSED)
    if consultation:
        to_confirm = to_confirm.filter(consultation=consultation)
    return Desk(
        waiting=count_unread(user, consultation=consultation, now=now),
        to_confirm=to_confirm.count(),
    )


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
