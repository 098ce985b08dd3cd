"""What Wagtail does when the last task of a workflow has been approved."""


def publish_approved(workflow_state, user=None):
    """Publish the approved revision in the approver's name.

    Wagtail's own function asks whether the last approver may publish, and rolls the approval back
    with an error when not. Here approval is the permission: whoever may finish the workflow was
    chosen by an administrator for exactly that. (Set as WAGTAIL_FINISH_WORKFLOW_ACTION.)
    """
    revision = workflow_state.current_task_state.revision
    thing = workflow_state.content_object
    thing = getattr(thing, "specific", thing)  # pages come as their base class
    thing.publish(revision, user=user, skip_permission_checks=True)
