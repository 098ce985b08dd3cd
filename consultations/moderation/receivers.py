from django.apps import apps
from django.db.models import ProtectedError
from django.db.models.signals import pre_delete
from django.dispatch import receiver
from wagtail.models import Workflow, WorkflowTask

from consultations.moderation.domain.routing import open_reviews
from consultations.moderation.domain.withdrawing import close_reviews
from consultations.moderation.enums import Concern, ReviewStatus
from consultations.moderation.models import Appeal, BoardReviewTask, Review, Route
from consultations.moderation.notifications import queue_answer
from consultations.moderation.signals import appeal_answered
from consultations.responses.enums import Capacity
from consultations.responses.models import Response
from consultations.responses.signals import response_amended, response_received, response_withdrawn
from people.domain.roles import group_for, tables_are_there
from people.enums import Role
from people.models import DoneOnce


@receiver(response_received, sender=Response)
def put_in_the_queue(sender, response, comments, answers, **kwargs):
    open_reviews(comments=comments, at=response.received_at, answers=answers)


@receiver(response_amended, sender=Response)
def read_it_again(sender, response, comments, replaced, answers, at, **kwargs):
    close_reviews(comments=replaced, status=ReviewStatus.REPLACED, at=at)
    open_reviews(comments=comments, at=at, answers=answers)


@receiver(response_withdrawn, sender=Response)
def take_out_of_the_queue(sender, response, at, **kwargs):
    close_reviews(comments=response.comments.all(), status=ReviewStatus.WITHDRAWN, at=at)


@receiver(appeal_answered, sender=Appeal)
def tell_who_appealed(sender, appeal, review, at, **kwargs):
    queue_answer(appeal=appeal, review=review, at=at)


@receiver(pre_delete, sender=Review)
def keep_every_review(sender, instance, **kwargs):
    raise ProtectedError("A review is never deleted, since its comment never is.", {instance})


def make_first_workflow(sender, apps=apps, **kwargs):
    """One workflow, task and route to begin with, made once; administrators change them freely."""
    if not tables_are_there(apps, "moderation", "Flag"):
        return
    if _is_first_time("moderation:first-workflow"):
        workflow = _workflow(
            "Board review", "The Board reads it", Role.BOARD_MEMBER, Role.BOARD_CHAIR
        )
        Route.objects.create(name="Everything else", position=1000, workflow=workflow)
    if _is_first_time("moderation:first-routes"):
        _make_first_routes()
    if _is_first_time("moderation:further-routes"):
        _make_further_routes()


def _make_first_routes():
    """What is urgent, what names somebody, what the Board should not judge itself."""
    last = Route.objects.filter(position=1000).first()
    to_the_board = last.workflow if last else Workflow.objects.filter(active=True).first()
    at_risk = _workflow("Somebody may be at risk", "The chair reads it today", Role.BOARD_CHAIR)
    outside = _workflow("About the Board", "Somebody outside reads it", Role.OUTSIDE_READER)
    makes = [
        ("Somebody may be at risk", 10, at_risk, {"concern": Concern.SAFEGUARDING}, 0),
        ("About the Board", 20, outside, {"concern": Concern.BOARD}, 5),
    ]
    if to_the_board:
        makes += [
            ("Personal details", 30, to_the_board, {"concern": Concern.PERSONAL}, 5),
            ("Groups and organisations", 40, to_the_board, {"capacity": Capacity.GROUP}, 5),
        ]
    for name, position, workflow, asks, days in makes:
        Route.objects.create(
            name=name, position=position, workflow=workflow, working_days=days, **asks
        )


def _make_further_routes():
    """Not in use at first: they show what can be asked, and a council decides."""
    to_the_board = Workflow.objects.filter(route__position=1000, active=True).first()
    to_the_chair = _workflow("Councillors and MPs", "The chair reads it", Role.BOARD_CHAIR)
    makes = [("Councillors and MPs", 35, to_the_chair, {"capacity": Capacity.COUNCILLOR}, 2)]
    if to_the_board:
        makes += [
            ("Another language", 50, to_the_board, {"concern": Concern.LANGUAGE}, 5),
            ("Long comments", 60, to_the_board, {"longer_than": 1_500}, 5),
        ]
    for name, position, workflow, asks, days in makes:
        Route.objects.create(
            name=name,
            position=position,
            workflow=workflow,
            working_days=days,
            is_on=False,
            **asks,
        )


def _workflow(name, task_name, *roles):
    task = BoardReviewTask.objects.create(name=task_name)
    task.groups.add(*(group_for(role) for role in roles))
    workflow = Workflow.objects.create(name=name)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow


def _is_first_time(key):
    return DoneOnce.objects.get_or_create(key=key)[1]
