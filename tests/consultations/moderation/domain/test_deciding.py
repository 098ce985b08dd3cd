"""The Board decides what is shown. Nothing it does changes what is counted."""

from copy import copy

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import ModelLogEntry, TaskState, Workflow, WorkflowState, WorkflowTask

from consultations.analysis.domain.reconciling import reconcile, recount
from consultations.analysis.domain.voices import published_comments
from consultations.analysis.models import Tally
from consultations.moderation.domain import deciding
from consultations.moderation.domain.queue import visible_to, waiting_for
from consultations.moderation.domain.routing import open_reviews
from consultations.moderation.enums import DecisionKind, Reason, ReviewStatus
from consultations.moderation.models import BoardReviewTask, ModerationDecision, Review, Route
from consultations.responses.domain.withdrawing import withdraw
from consultations.responses.enums import Publish
from consultations.responses.models import Comment
from people.domain.roles import group_for
from people.enums import Role
from people.models import Organisation
from tests.factories.consultations import (
    make_consultation,
    make_published_draft,
    make_response,
    passages_of,
)
from tests.factories.people import make_membership

pytestmark = pytest.mark.django_db

SAVEPOINT = 2  # the test stands in a transaction of its own


@pytest.fixture
def draft(usual_draft):
    return usual_draft


@pytest.fixture
def now():
    return timezone.now()


def review_of(response):
    return Review.objects.get(comment__response=response)


def make_reviews_like(comment, count, *, at):
    """Reviews of as many comments as this one, all of its response."""
    position, twins = comment.position, []
    for number in range(1, count + 1):
        comment.pk, comment.position = None, position + number
        twins.append(copy(comment))
    return open_reviews(comments=Comment.objects.bulk_create(twins), at=at)


def counts_of(consultation):
    """Everything counted, without what is merely shown."""
    return {cell: n for cell, n in recount(consultation).items() if n and cell.measure != "shown"}


class TestArrival:
    def test_puts_a_comment_into_a_real_workflow(self, draft):
        review = review_of(make_response(passages_of(draft)[0]))

        state = WorkflowState.objects.get(object_id=str(review.pk))
        assert state == review.workflow_state
        assert state.status == WorkflowState.STATUS_IN_PROGRESS
        assert state.current_task_state.task == review.task
        assert state.current_task_state.revision == review.latest_revision
        assert review.current_workflow_state == state
        assert "More help" not in str(review.latest_revision.content)

    def test_of_a_comment_not_to_be_shown_starts_no_workflow(self, draft, board_member):
        review = review_of(make_response(passages_of(draft)[0], publish=Publish.NO))

        assert review.status == ReviewStatus.NOT_FOR_PUBLICATION
        assert WorkflowState.objects.count() == 0
        assert list(waiting_for(board_member)) == []
        assert reconcile(draft.consultation).counted == 1

    def test_follows_the_closest_route(self, draft):
        section_desk, consultation_desk = make_desk("Grants"), make_desk("Strategy")
        section = draft.sections()[1]
        Route.objects.create(name="Section", section=section, workflow=section_desk)
        Route.objects.create(
            name="All", consultation=draft.consultation, workflow=consultation_desk
        )
        first, second = draft.sections()

        by_consultation = review_of(make_response(first.passages.first()))
        by_section = review_of(make_response(second.passages.first()))
        elsewhere = review_of(make_response(passages_of(make_published_draft())[0]))

        assert by_consultation.workflow_state.workflow == consultation_desk
        assert by_section.workflow_state.workflow == section_desk
        assert elsewhere.workflow_state.workflow.name == "Board review"

    def test_without_any_route_still_reaches_the_board(self, draft, board_member):
        Route.objects.all().delete()

        review = review_of(make_response(passages_of(draft)[0]))

        assert list(waiting_for(board_member)) == [review]


def make_desk(name, *roles, tasks=1):
    """A workflow of its own with board review tasks for these roles' groups."""
    workflow = Workflow.objects.create(name=name)
    for order in range(tasks):
        task = BoardReviewTask.objects.create(name=f"{name} {order}")
        task.groups.set([group_for(role) for role in roles])
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
    return workflow


class TestTheQueue:
    def test_shows_only_the_tasks_of_ones_own_groups(self, draft, board_member, chair):
        Route.objects.create(
            name="Chair", consultation=draft.consultation, workflow=make_desk("C", Role.BOARD_CHAIR)
        )
        review = review_of(make_response(passages_of(draft)[0]))

        assert list(waiting_for(board_member)) == []
        assert list(waiting_for(chair)) == [review]

    @pytest.mark.parametrize("who", ["stranger", "events_editor", "officer"])
    def test_is_empty_for_people_who_do_not_decide(self, draft, request, who):
        make_response(passages_of(draft)[0])

        assert list(visible_to(request.getfixturevalue(who))) == []

    @pytest.mark.parametrize("who", ["board_member", "administrator"])
    def test_never_shows_ones_own_organisations_comment(self, draft, request, who):
        user = request.getfixturevalue(who)
        response = make_response(passages_of(draft)[0], organisation="Riverside Carers")
        make_membership(user, Organisation.objects.get())

        assert list(visible_to(user)) == []
        with pytest.raises(deciding.NotYours):
            deciding.publish(review_ids=[review_of(response).pk], by=user, at=timezone.now())

    def test_shows_it_again_after_the_term_has_ended(self, draft, board_member):
        make_response(passages_of(draft)[0], organisation="Riverside Carers")
        make_membership(board_member, Organisation.objects.get(), ends_on="2021-01-01")

        assert waiting_for(board_member).count() == 1


class TestPublishing:
    def test_shows_the_comment_and_finishes_the_workflow(self, draft, board_member, now):
        review = review_of(make_response(passages_of(draft)[0]))

        deciding.publish(review_ids=[review.pk], by=board_member, at=now)

        review.refresh_from_db()
        assert review.status == ReviewStatus.PUBLISHED
        assert review.workflow_state.status == WorkflowState.STATUS_APPROVED
        task_state = review.workflow_state.current_task_state
        assert (task_state.status, task_state.finished_by) == ("approved", board_member)
        assert [c.pk for c in published_comments(draft.consultation)] == [review.comment_id]
        assert ModelLogEntry.objects.get().action == "moderation.publish"
        assert reconcile(draft.consultation).faults == []

    def test_moves_on_to_the_second_task_where_there_is_one(self, draft, board_member, chair, now):
        desk = make_desk("Two", Role.BOARD_MEMBER, tasks=2)
        last = desk.tasks.last().specific
        last.groups.set([group_for(Role.BOARD_CHAIR)])
        Route.objects.create(name="Two", consultation=draft.consultation, workflow=desk)
        review = review_of(make_response(passages_of(draft)[0]))

        first = deciding.publish(review_ids=[review.pk], by=board_member, at=now)
        seen_by_member = list(waiting_for(board_member))
        second = deciding.publish(review_ids=[review.pk], by=chair, at=now)

        assert (first, second) == ([], [review.pk])
        assert seen_by_member == []
        assert list(review.workflow_state.task_states.values_list("status", flat=True)) == [
            "approved",
            "approved",
        ]

    def test_twice_is_refused_and_changes_nothing(self, draft, board_member, second_member, now):
        review = review_of(make_response(passages_of(draft)[0]))
        deciding.publish(review_ids=[review.pk], by=board_member, at=now)

        with pytest.raises(deciding.AlreadyDecided):
            deciding.publish(review_ids=[review.pk], by=second_member, at=now)

        assert ModerationDecision.objects.count() == 1

    def test_of_one_that_is_not_theirs_publishes_none(self, draft, board_member, now):
        mine = review_of(make_response(passages_of(draft)[0]))

        with pytest.raises(deciding.NotYours):
            deciding.publish(review_ids=[mine.pk, mine.pk + 1000], by=board_member, at=now)

        mine.refresh_from_db()
        assert mine.status == ReviewStatus.WAITING

    @pytest.mark.parametrize("count", [1, 500])
    def test_takes_as_many_queries_for_five_hundred_as_for_one(
        self, draft, board_member, now, count, django_assert_num_queries
    ):
        comment = make_response(passages_of(draft)[0]).comments.get()
        ids = [review.pk for review in make_reviews_like(comment, count, at=now)]

        with django_assert_num_queries(13 + SAVEPOINT):
            deciding.publish(review_ids=ids, by=board_member, at=now)


class TestHolding:
    def test_takes_effect_when_a_second_person_confirms(
        self, draft, board_member, second_member, now
    ):
        response = make_response(passages_of(draft)[0])
        review = review_of(response)
        before = counts_of(draft.consultation)

        deciding.propose_hold(
            review_id=review.pk, reason=Reason.ABUSE, by=board_member, at=now, note="Line two."
        )
        review.refresh_from_db()
        proposed = review.status
        deciding.confirm_hold(review_id=review.pk, by=second_member, at=now)

        review.refresh_from_db()
        assert (proposed, review.status) == (ReviewStatus.HOLD_PROPOSED, ReviewStatus.HELD)
        decision = ModerationDecision.objects.get()
        assert (decision.by, decision.second_by) == (board_member, second_member)
        assert counts_of(draft.consultation) == before
        assert not review.workflow_in_progress
        assert list(published_comments(draft.consultation)) == []

    def test_cannot_be_confirmed_by_whoever_proposed_it(self, draft, board_member, now):
        review = review_of(make_response(passages_of(draft)[0]))
        deciding.propose_hold(review_id=review.pk, reason=Reason.ABUSE, by=board_member, at=now)

        with pytest.raises(deciding.SecondPersonNeeded):
            deciding.confirm_hold(review_id=review.pk, by=board_member, at=now)

        assert list(waiting_for(board_member)) == []

    def test_declined_waits_to_be_read_again(self, draft, board_member, second_member, now):
        review = review_of(make_response(passages_of(draft)[0]))
        deciding.propose_hold(review_id=review.pk, reason=Reason.ABUSE, by=board_member, at=now)

        deciding.decline_hold(review_id=review.pk, by=second_member, at=now)

        assert list(waiting_for(board_member)) == [review]

    @pytest.mark.parametrize("reason", ["", "off topic", "negative", "XX0"])
    def test_needs_a_reason_from_the_list(self, draft, board_member, now, reason):
        review = review_of(make_response(passages_of(draft)[0]))

        with pytest.raises(ValueError, match="is not a valid Reason"):
            deciding.propose_hold(review_id=review.pk, reason=reason, by=board_member, at=now)

    def test_by_one_person_alone_is_refused_by_the_database(self, draft, board_member, now):
        review = review_of(make_response(passages_of(draft)[0]))

        with pytest.raises(IntegrityError), transaction.atomic():
            ModerationDecision.objects.create(
                review=review,
                kind=DecisionKind.HOLD,
                reason=Reason.ABUSE,
                by=board_member,
                second_by=board_member,
                at=now,
            )


class TestLookingAgain:
    @pytest.mark.parametrize("times", [1, 2])
    def test_takes_a_published_comment_down_and_asks_anew(self, draft, board_member, now, times):
        review = review_of(make_response(passages_of(draft)[0]))

        for _ in range(times):
            deciding.publish(review_ids=[review.pk], by=board_member, at=now)
            deciding.reopen(review_id=review.pk, by=board_member, at=now)

        assert list(published_comments(draft.consultation)) == []
        assert list(waiting_for(board_member)) == [review]
        assert WorkflowState.objects.active().count() == 1
        assert reconcile(draft.consultation).faults == []

    def test_brings_a_held_comment_back_into_the_queue(
        self, draft, board_member, second_member, now
    ):
        review = review_of(make_response(passages_of(draft)[0]))
        deciding.propose_hold(review_id=review.pk, reason=Reason.ABUSE, by=board_member, at=now)
        deciding.confirm_hold(review_id=review.pk, by=second_member, at=now)

        deciding.reopen(review_id=review.pk, by=board_member, at=now)
        deciding.propose_hold(review_id=review.pk, reason=Reason.ABUSE, by=second_member, at=now)
        deciding.confirm_hold(review_id=review.pk, by=board_member, at=now)

        review.refresh_from_db()
        assert review.status == ReviewStatus.HELD


def test_a_withdrawn_response_is_shown_and_counted_no_more(draft, board_member, now):
    response = make_response(passages_of(draft)[0])
    deciding.publish(review_ids=[review_of(response).pk], by=board_member, at=now)

    withdraw(response=response, at=now)
    withdraw(response=response, at=now)

    result = reconcile(draft.consultation)
    assert result.faults == []
    assert (result.received, result.counted, result.withdrawn) == (1, 0, 1)
    assert list(published_comments(draft.consultation)) == []
    assert TaskState.objects.filter(status="in_progress").count() == 0


def test_a_wrong_tally_is_found(draft):
    make_response(passages_of(draft)[0])
    Tally.objects.filter(measure="comments").update(count=7)

    assert len(reconcile(draft.consultation).faults) == 3


def test_of_another_consultation_nothing_is_counted(draft):
    other = make_consultation()
    make_response(passages_of(draft)[0])

    assert reconcile(other).received == 0
