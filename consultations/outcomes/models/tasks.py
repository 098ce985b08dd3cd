from django.db import models
from django.utils import timezone
from wagtail.models import AbstractGroupApprovalTask

from consultations.outcomes.enums import Part

from .outcome import SignOff


class SignOffTask(AbstractGroupApprovalTask):
    """A workflow step at which one part of an outcome is signed off, by a second person."""

    part = models.CharField(max_length=20, choices=Part)

    admin_form_fields = [*AbstractGroupApprovalTask.admin_form_fields, "part"]

    class Meta:
        verbose_name = "Sign-off of an outcome"
        verbose_name_plural = "Sign-offs of an outcome"

    @classmethod
    def get_description(cls):
        return "Members of the chosen groups sign off one part of an outcome"

    def get_actions(self, obj, user):
        """Whoever signed off the other part of this wording cannot sign off this one."""
        actions = super().get_actions(obj, user)
        if self._signed_the_other_part(obj, user):
            return [action for action in actions if action[0] != "approve"]
        return actions

    def on_action(self, task_state, user, action_name, **kwargs):
        """Note the approval for the exact wording of the revision that was approved."""
        if action_name == "approve":
            outcome = task_state.revision.as_object()
            SignOff.objects.create(
                outcome_id=outcome.pk,
                part=self.part,
                by=user,
                at=timezone.now(),
                wording_hash=outcome.wording_hash,
            )
        return super().on_action(task_state, user, action_name, **kwargs)

    def _signed_the_other_part(self, obj, user):
        latest = obj.get_latest_revision_as_object()
        return (
            SignOff.objects.filter(outcome_id=obj.pk, by=user, wording_hash=latest.wording_hash)
            .exclude(part=self.part)
            .exists()
        )
