"""Where every consultation and version stands, who has it and since when: for the officers."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef
from django.db.models.functions import Cast
from wagtail.models import GroupApprovalTask, WorkflowState
from wagtail.permissions import page_permission_policy

from consultations.analysis.enums import COMMENTS
from consultations.analysis.models import Tally
from consultations.drafts.models import DraftPage
from consultations.models import ConsultationIndexPage, ConsultationPage
from consultations.responses.models import Comment

KINDS = {"consultation": "Consultation", "draft": "Draft version"}
STATES = {
    "review": "In a workflow",
    "scheduled": "Scheduled",
    "frozen": "Frozen",
    "public": "Public",
    "changed": "Public, with changes that are not",
    "private": "Not public",
}


@dataclass(frozen=True)
class Standing:
    """What the report says about one page."""

    title: str
    kind: str
    state: str
    who: str
    since: datetime | None
    frozen_at: datetime | None
    comments: int
    opens_at: datetime | None
    closes_at: datetime | str


def may_see_report(user):
    """Whether somebody may edit consultations, asked of what Wagtail has fetched already."""
    if user.is_superuser:
        return True
    kinds = (ConsultationIndexPage, ConsultationPage, DraftPage)
    return any(
        permission.permission.codename in ("add_page", "change_page")
        and (permission.page.depth <= 2 or permission.page.specific_class in kinds)
        for permission in page_permission_policy.get_cached_permissions_for_user(user)
    )


def pages_of(user):
    """The consultations and versions this person may edit, consultation before version."""
    return (
        page_permission_policy.instances_user_has_permission_for(user, "change")
        .type(ConsultationPage, DraftPage)
        .select_related("consultationpage", "draftpage", "latest_revision__user", "locked_by")
        .prefetch_workflow_states()
        .annotate_approved_schedule()
        .annotate(in_review=Exists(_reviews()))
        .order_by("path")
    )


def _reviews():
    key = Cast(OuterRef("pk"), WorkflowState._meta.get_field("object_id"))
    kind = OuterRef("content_type")
    return WorkflowState.objects.active().filter(content_type=kind, object_id=key)


def in_state(pages, state):
    """The same questions, in the same order, as `state_of` asks of one page."""
    if state == "review":
        return pages.filter(in_review=True)
    pages = pages.filter(in_review=False)
    if state == "scheduled":
        return pages.filter(_approved_schedule=True)
    pages = pages.filter(_approved_schedule=False)
    return {
        "frozen": pages.filter(draftpage__frozen_at__isnull=False),
        "public": pages.filter(
            draftpage__frozen_at__isnull=True, live=True, has_unpublished_changes=False
        ),
        "changed": pages.filter(
            draftpage__frozen_at__isnull=True, live=True, has_unpublished_changes=True
        ),
        "private": pages.filter(draftpage__frozen_at__isnull=True, live=False),
    }[state]


def state_of(page):
    if page.in_review:
        return "review"
    if page._approved_schedule:
        return "scheduled"
    if is_draft(page) and page.draftpage.frozen_at:
        return "frozen"
    if not page.live:
        return "private"
    return "changed" if page.has_unpublished_changes else "public"


def is_draft(page):
    return page.specific_class is DraftPage


def with_standings(pages):
    """These pages, each with its `stands`, in six queries whatever their number."""
    pages = list(pages)
    comments = _comments_on(pages)
    groups = _groups_of(pages)
    consultations = _consultations_of(pages)
    for page in pages:
        page.stands = _standing(page, comments, groups, consultations)
    return pages


def _standing(page, comments, groups, consultations):
    of_draft = is_draft(page)
    consultation = consultations[page.path[: -page.steplen] if of_draft else page.path]
    state = state_of(page)
    label, who, since = STATES[state], *_who_has(page, groups)
    if state == "review":
        label = _step_in_words(page.current_workflow_state)
    title = page.draft_title or page.title
    if of_draft and page.draftpage.version_label:
        title = f"{title}, {page.draftpage.version_label}"
    return Standing(
        title=title,
        kind=KINDS["draft" if of_draft else "consultation"],
        state=label,
        who=who,
        since=since,
        frozen_at=page.draftpage.frozen_at if of_draft else None,
        comments=comments.get(page.pk, 0),
        opens_at=consultation.opens_at,
        closes_at=consultation.closes_at or "Never",
    )


def _step_in_words(workflow):
    sent_back = workflow.status == WorkflowState.STATUS_NEEDS_CHANGES
    name = workflow.current_task_state.task.name
    return f"Sent back: {name}" if sent_back else f"In review: {name}"


def _who_has(page, groups):
    """Whose turn it is, and since when: a workflow's group, who locked it, or who wrote last."""
    workflow = page.current_workflow_state
    if workflow and workflow.status == WorkflowState.STATUS_IN_PROGRESS:
        step = workflow.current_task_state
        return groups.get(step.task_id) or step.task.name, step.started_at
    if page.locked and page.locked_by:
        return str(page.locked_by), page.locked_at
    latest = page.latest_revision
    author = str(latest.user) if latest and latest.user else ""
    if workflow:
        return author, workflow.current_task_state.finished_at
    return author, page.latest_revision_created_at


def _comments_on(pages):
    """How many comments count so far, by page: on a version, those on it and on its parts."""
    drafts = [page.pk for page in pages if is_draft(page)]
    places = {f"consultation:{page.pk}": page.pk for page in pages if not is_draft(page)}
    tallies = Tally.objects.filter(place__in=places, measure=COMMENTS).order_by()
    counted = Comment.objects.filter(draft__in=drafts).counted().order_by()
    return {
        **{places[place]: count for place, count in tallies.values_list("place", "count")},
        **dict(counted.values_list("draft").annotate(Count("pk"))),
    }


def _groups_of(pages):
    """The names of the groups whose turn it is, by workflow task."""
    workflows = [page.current_workflow_state for page in pages if page.in_review]
    tasks = {workflow.current_task_state.task_id for workflow in workflows}
    found = GroupApprovalTask.objects.filter(pk__in=tasks).prefetch_related("groups")
    return {task.pk: ", ".join(group.name for group in task.groups.all()) for task in found}


def _consultations_of(pages):
    """The consultation of each page, by its path."""
    paths = [page.path[: -page.steplen] if is_draft(page) else page.path for page in pages]
    found = ConsultationPage.objects.filter(path__in=paths).only("path", "opens_at", "closes_at")
    return {page.path: page for page in found}
