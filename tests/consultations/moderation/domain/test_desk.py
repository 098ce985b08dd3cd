"""The desk counts in an index what the queue lists row by row; both have to say the same."""

import pytest
from django.utils import timezone
from wagtail.models import Workflow, WorkflowTask

from consultations.moderation.domain import deciding
from consultations.moderation.domain.desk import desk_of
from consultations.moderation.domain.queue import waiting_for
from consultations.moderation.enums import Reason, ReviewStatus
from consultations.moderation.models import BoardReviewTask, Review, Route
from consultations.responses.enums import Publish
from people.domain.roles import group_for
from people.enums import Role
from people.models import Organisation
from tests.factories.consultations import make_published_draft, make_response, passages_of
from tests.factories.people import make_membership

pytestmark = pytest.mark.django_db


@pytest.fixture
def queue(board_member, second_member, chair):
    """Comments of every kind: plain, a group's, the chair's only, held, private, published."""
    for_everyone, for_the_chair = make_published_draft(), make_published_draft()
    _send_to_the_chair(for_the_chair.consultation)
    first, *others = passages_of(for_everyone)
    for passage in others:
        make_response(passage)
    make_response(first, organisation="Riverside Carers")
    make_response(first, publish=Publish.NO)
    make_response(passages_of(for_the_chair)[0])
    mine, theirs, shown = Review.objects.filter(comment__passage__in=others)[:3]
    _propose(mine, by=board_member)
    _propose(theirs, by=second_member)
    deciding.publish(review_ids=[shown.pk], by=chair, at=timezone.now())
    return for_everyone.consultation


def _send_to_the_chair(consultation):
    workflow = Workflow.objects.create(name="The chair only")
    task = BoardReviewTask.objects.create(name="The chair reads it")
    task.groups.add(group_for(Role.BOARD_CHAIR))
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    Route.objects.create(name="To the chair", workflow=workflow, consultation=consultation)


def _propose(review, *, by):
    deciding.propose_hold(review_id=review.pk, reason=Reason.ABUSE, by=by, at=timezone.now())


def listed(user, **chosen):
    """What the queue lists for this person, as (unread, to confirm)."""
    statuses = list(waiting_for(user).filter(**chosen).values_list("status", flat=True))
    return (
        statuses.count(ReviewStatus.WAITING),
        statuses.count(ReviewStatus.HOLD_PROPOSED),
    )


def counted(user, **chosen):
    desk = desk_of(user, **chosen)
    return (desk.waiting, desk.to_confirm)


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("board_member", (3, 1)),
        ("second_member", (3, 1)),
        ("chair", (4, 2)),
        ("administrator", (4, 2)),
        ("officer", (0, 0)),
    ],
)
def test_the_desk_counts_what_the_queue_lists(request, queue, who, expected):
    user = request.getfixturevalue(who)

    assert counted(user) == listed(user) == expected


def test_the_desk_leaves_out_a_members_own_organisation(queue, board_member):
    make_membership(board_member, Organisation.objects.get(name="Riverside Carers"))

    assert counted(board_member) == listed(board_member) == (2, 1)


def test_the_desk_counts_one_consultation(queue, chair):
    assert counted(chair, consultation=queue.pk) == listed(chair, consultation=queue.pk) == (3, 2)
