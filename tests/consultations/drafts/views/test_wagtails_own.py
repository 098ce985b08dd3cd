"""Wagtail's own tools on a version that is being written: comparison, lock, workflow, copy."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

from consultations.drafts.domain.versions import start_next_version
from consultations.drafts.models import DraftPage, SectionPage
from people.enums import Role
from tests.conftest import LONDON_NOON
from tests.factories.consultations import make_published_draft
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(officer):
    published = make_published_draft(sections=1, passages=2)
    return start_next_version(draft=published, by=officer, at=LONDON_NOON)


@pytest.fixture
def browser(signed_in, officer):
    return signed_in(officer)


def test_two_revisions_of_a_section_are_compared(browser, version, officer):
    section = version.sections().get()
    for words in ("Groups first.", "Groups second."):
        section.plain_summary = f"<p>{words}</p>"
        section.save_revision(user=officer)
    newer, older = section.revisions.order_by("-pk")[:2]

    answer = browser.get(
        reverse("wagtailadmin_pages:revisions_compare", args=[section.pk, older.pk, newer.pk])
    )

    assert '<span class="deletion">first.' in answer.content.decode()
    assert '<span class="addition">second.' in answer.content.decode()


def test_a_locked_version_is_published_by_nobody_else(browser, version, signed_in):
    other = signed_in(make_user("other-officer", Role.ENGAGEMENT_OFFICER))
    browser.post(reverse("wagtailadmin_pages:lock", args=[version.pk]))

    other.post(
        reverse("wagtailadmin_pages:edit", args=[version.pk]), {"action-publish": "1", "title": "X"}
    )

    version.refresh_from_db()
    assert (version.live, version.locked) == (False, True)


def test_approving_it_in_a_workflow_publishes_and_freezes_it(version, signed_in, officer):
    checkers = Group.objects.create(name="Checkers")
    task = GroupApprovalTask.objects.create(name="Check")
    task.groups.add(checkers)
    workflow = Workflow.objects.create(name="Checked by another")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=version.get_parent())
    version.save_revision(user=officer)
    checker = make_user("checker", Role.ENGAGEMENT_OFFICER)
    checker.groups.add(checkers)
    state = workflow.start(version, officer).current_task_state

    signed_in(checker).post(
        reverse("wagtailadmin_pages:workflow_action", args=[version.pk, "approve", state.pk]),
        {"comment": ""},
    )

    version = DraftPage.objects.get(pk=version.pk)
    assert version.live
    assert version.is_frozen
    assert SectionPage.objects.child_of(version).get().passages.count() == 2


def test_a_second_unpublished_version_is_not_copied_beside_it(browser, version):
    parent = version.get_parent()
    form = {"new_title": "Copy", "new_slug": "copy", "copy_subpages": "on"}
    address = reverse("wagtailadmin_pages:copy", args=[version.pk])

    answer = browser.post(address, {**form, "new_parent_page": parent.pk}, follow=True)

    assert "Start the next version" in answer.content.decode()
    assert DraftPage.objects.child_of(parent).count() == 2
