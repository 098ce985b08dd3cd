from django.apps import apps
from django.db.models import ProtectedError
from django.db.models.signals import pre_delete
from django.dispatch import receiver
from wagtail.models import Workflow, WorkflowTask

from consultations.moderation.domain.routing import open_reviews
from consultations.moderation.domain.withdrawing import close_reviews
from consultations.moderation.enums import ReviewStatus
from consultations.moderation.models import Appeal, BoardReviewTask, Review, Route
from consultations.moderation.notifications import queue_answer, queue_decision
from consultations.moderation.signals import appeal_answered, author_concerned
from consultations.responses.models import Response
from consultations.responses.signals import response_amended, response_received, response_withdrawn
from people.domain.roles import group_for, tables_are_there
from people.enums import Role
from people.models import DoneOnce


@receiver(response_received, sender=Response)
def put_in_the_queue(sender, response, comments, **kwargs):
    open_reviews(comments=comments, at=response.received_at)


@receiver(response_amended, sender=Response)
def read_it_again(sender, response, comments, replaced, at, **kwargs):
    close_reviews(comments=replaced, status=ReviewStatus.REPLACED, at=at)
    open_reviews(comments=comments, at=at)


@receiver(response_withdrawn, sender=Response)
def take_out_of_the_queue(sender, response, at, **kwargs):
    close_reviews(comments=response.comments.all(), status=ReviewStatus.WITHDRAWN, at=at)


@receiver(author_concerned, sender=Review)
def tell_the_author(sender, review, decision, at, **kwargs):
    queue_decision(review=review, decision=decision, at=at)


@receiver(appeal_answered, sender=Appeal)
def tell_who_appealed(sender, appeal, review, at, **kwargs):
    queue_answer(appeal=appeal, review=review, at=at)


@receiver(pre_delete, sender=Review)
def keep_every_review(sender, instance, **kwargs):
    raise ProtectedError("A review is never deleted, since its comment never is.", {instance})


def make_first_workflow(sender, apps=apps, **kwargs):
    """One workflow, task and route to begin with, made once; administrators change them freely."""
    if not tables_are_there(apps, "moderation", "Route"):
        return
    _, is_new = DoneOnce.objects.get_or_create(key="moderation:first-workflow")
    if not is_new:
        return
    task = BoardReviewTask.objects.create(name="The Board reads it")
    task.groups.add(group_for(Role.BOARD_MEMBER), group_for(Role.BOARD_CHAIR))
    workflow = Workflow.objects.create(name="Board review")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    Route.objects.create(name="Everything else", position=1000, workflow=workflow)
