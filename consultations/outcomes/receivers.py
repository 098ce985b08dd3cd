from django.apps import apps
from django.dispatch import receiver
from wagtail.models import Workflow, WorkflowTask
from wagtail.signals import page_published

from consultations.domain.stages import record_analysis_signed_off, record_answered
from consultations.outcomes.enums import Part
from consultations.outcomes.models import OutcomePage, SignOffTask
from people.domain.roles import group_for, tables_are_there
from people.enums import Role
from people.models import DoneOnce


@receiver(page_published, sender=OutcomePage)
def put_the_answer_on_record(sender, instance, **kwargs):
    consultation = instance.consultation
    at = instance.last_published_at
    record_analysis_signed_off(consultation=consultation, at=at)
    record_answered(consultation=consultation, at=at)


def make_sign_off_workflow(sender, apps=apps, **kwargs):
    """The two steps of an outcome, made once; administrators choose the groups."""
    if not tables_are_there(apps, "outcomes", "SignOffTask"):
        return
    _, is_new = DoneOnce.objects.get_or_create(key="outcomes:sign-off-workflow")
    if not is_new:
        return
    workflow = Workflow.objects.create(name="Outcome sign-off")
    steps = [
        (Part.COUNCIL, "The council signs off", Role.ENGAGEMENT_OFFICER),
        (Part.BOARD, "The Board’s chair signs off", Role.BOARD_CHAIR),
    ]
    for order, (part, name, role) in enumerate(steps):
        task = SignOffTask.objects.create(name=name, part=part)
        task.groups.add(group_for(role))
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
