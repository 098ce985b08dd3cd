"""A published version never changes, by whatever road somebody comes."""

import datetime as dt

import pytest
import time_machine
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowTask

from consultations.drafts.importing.publish import make_draft
from consultations.drafts.models import (
    DraftPage,
    FrozenDraft,
    NothingToFreeze,
    Passage,
    SectionPage,
)
from consultations.drafts.signals import draft_frozen
from people.domain.roles import group_for
from people.enums import Role
from tests.factories.consultations import (
    make_consultation,
    make_outline,
    make_published_draft,
    passages_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def unpublished():
    return make_draft(make_outline(sections=2, passages=2), consultation=make_consultation())


def assert_frozen(draft):
    draft = DraftPage.objects.get(pk=draft.pk)
    numbers = [passage.number for passage in Passage.objects.in_order()]
    assert draft.live
    assert draft.is_frozen
    assert numbers == ["1.1", "1.2", "2.1", "2.2"]
    assert [section.live for section in draft.sections()] == [True, True]


def test_publishing_a_revision_freezes(unpublished):
    unpublished.get_latest_revision().publish()

    assert_frozen(unpublished)


def test_publishing_in_the_editor_freezes(unpublished, signed_in, administrator):
    page = signed_in(administrator)
    form = {
        "title": unpublished.title,
        "slug": unpublished.slug,
        "summary": "",
        "version_label": "",
        "introduction": "null",
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
        "action-publish": "1",
    }

    page.post(reverse("wagtailadmin_pages:edit", args=[unpublished.pk]), form)

    assert_frozen(unpublished)


def test_publishing_in_bulk_freezes(unpublished, signed_in, administrator):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    signed_in(administrator).post(f"{address}?id={unpublished.pk}", {})

    assert_frozen(unpublished)


def test_publishing_by_a_workflow_freezes(unpublished, administrator, officer):
    task = GroupApprovalTask.objects.create(name="Officers")
    task.groups.add(group_for(Role.ENGAGEMENT_OFFICER))
    workflow = Workflow.objects.create(name="Publishing")
    WorkflowTask.objects.create(workflow=workflow, task=task)

    state = workflow.start(unpublished, administrator)
    state.current_task_state.task.specific.on_action(state.current_task_state, officer, "approve")

    assert_frozen(unpublished)


def test_publishing_by_the_schedule_freezes(unpublished):
    unpublished.go_live_at = timezone.now() + dt.timedelta(hours=1)
    unpublished.save_revision().publish()

    with time_machine.travel(timezone.now() + dt.timedelta(hours=2)):
        call_command("publish_scheduled", verbosity=0)

    assert_frozen(unpublished)


def test_a_draft_with_a_future_date_is_not_frozen_yet(unpublished):
    unpublished.go_live_at = timezone.now() + dt.timedelta(hours=1)

    unpublished.save_revision().publish()

    assert not DraftPage.objects.get(pk=unpublished.pk).is_frozen
    assert Passage.objects.count() == 0


def test_the_newest_text_of_each_section_is_frozen(unpublished):
    section = unpublished.sections().first()
    section.body = [("paragraph", section.body[0].value)]
    section.body[0].value.source = "<p>Better words.</p>"
    section.save_revision()

    unpublished.get_latest_revision().publish()

    assert Passage.objects.get(number="1.1").text == "Better words."


def test_a_failing_receiver_rolls_the_freezing_back(unpublished):
    def fail(**kwargs):
        raise RuntimeError("no")

    draft_frozen.connect(fail)
    try:
        with pytest.raises(RuntimeError), transaction.atomic():
            unpublished.get_latest_revision().publish()
    finally:
        draft_frozen.disconnect(fail)

    assert not DraftPage.objects.get(pk=unpublished.pk).is_frozen
    assert Passage.objects.count() == 0


def test_a_draft_without_text_is_not_published():
    consultation = make_consultation()
    draft = consultation.add_child(instance=DraftPage(title="Empty", slug="empty"))

    with pytest.raises(NothingToFreeze), transaction.atomic():
        draft.save_revision().publish()

    assert not DraftPage.objects.get(pk=draft.pk).live


def test_a_new_draft_is_never_live_by_being_made():
    draft = make_consultation().add_child(instance=DraftPage(title="New", slug="new", live=True))

    assert not draft.live


def test_a_section_is_not_published_on_its_own(unpublished):
    section = unpublished.sections().first()

    section.get_latest_revision().publish()

    assert not SectionPage.objects.get(pk=section.pk).live


# Every road to changing what has been published --------------------------------------------------


@pytest.fixture
def frozen():
    return make_published_draft(sections=2, passages=2)


def test_a_frozen_draft_refuses_another_revision(frozen):
    with pytest.raises(FrozenDraft):
        frozen.save_revision()


def test_a_frozen_section_refuses_another_revision(frozen):
    with pytest.raises(FrozenDraft):
        frozen.sections().first().save_revision()


@pytest.mark.parametrize("field", ["title", "slug", "introduction", "version_label"])
def test_a_frozen_draft_refuses_new_words(frozen, field):
    setattr(frozen, field, "changed")

    with pytest.raises(FrozenDraft), transaction.atomic():
        frozen.save()


def test_a_frozen_section_refuses_new_words(frozen):
    section = frozen.sections().first()
    section.body = []

    with pytest.raises(FrozenDraft), transaction.atomic():
        section.save()


def test_a_frozen_draft_refuses_to_be_unpublished(frozen):
    with pytest.raises(FrozenDraft), transaction.atomic():
        frozen.unpublish()

    assert DraftPage.objects.get(pk=frozen.pk).live


def test_a_frozen_draft_refuses_an_older_revision(frozen):
    revision = frozen.revisions.first()
    revision.content["title"] = "Older"

    with pytest.raises(FrozenDraft), transaction.atomic():
        revision.publish()


def test_a_frozen_draft_refuses_to_move(frozen):
    with pytest.raises(FrozenDraft), transaction.atomic():
        frozen.move(make_consultation(), pos="last-child")


@pytest.mark.parametrize("road", ["page", "section", "queryset", "ancestor"])
def test_a_frozen_draft_refuses_to_be_deleted(frozen, road):
    roads = {
        "page": frozen.delete,
        "section": frozen.sections().first().delete,
        "queryset": Page.objects.filter(pk=frozen.pk).delete,
        "ancestor": frozen.get_parent().delete,
    }

    with pytest.raises((FrozenDraft, ProtectedError)), transaction.atomic():
        roads[road]()

    assert len(passages_of(DraftPage.objects.get(pk=frozen.pk))) == 4


def test_the_schedule_takes_no_frozen_draft_down(frozen):
    frozen.expire_at = timezone.now() - dt.timedelta(days=1)
    with pytest.raises(FrozenDraft), transaction.atomic():
        frozen.save()

    call_command("publish_scheduled", verbosity=0)

    assert DraftPage.objects.get(pk=frozen.pk).live


@pytest.mark.parametrize(
    "statement",
    ["UPDATE drafts_passage SET text = 'changed'", "DELETE FROM drafts_passage"],
)
def test_the_database_refuses_to_change_a_passage(frozen, statement):
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("name", ["delete", "move", "unpublish", "edit"])
def test_the_admin_refuses_with_a_page_and_not_an_error(frozen, signed_in, administrator, name):
    address = reverse(f"wagtailadmin_pages:{name}", args=[frozen.pk])

    answer = signed_in(administrator).post(address, {"title": "Changed"})

    assert answer.status_code in (302, 403)
    assert DraftPage.objects.get(pk=frozen.pk).title == "Draft strategy"


@pytest.mark.parametrize("action", ["delete", "unpublish", "move"])
def test_bulk_actions_pass_a_frozen_draft_by(frozen, signed_in, administrator, action):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])

    answer = signed_in(administrator).post(
        f"{address}?id={frozen.pk}", {"chooser": frozen.get_parent().get_parent().pk}
    )

    assert answer.status_code < 500
    assert DraftPage.objects.get(pk=frozen.pk).live


@pytest.mark.parametrize("name", ["delete", "unpublish"])
def test_the_consultation_above_is_kept_with_a_sentence(frozen, signed_in, administrator, name):
    address = reverse(f"wagtailadmin_pages:{name}", args=[frozen.get_parent().pk])

    answer = signed_in(administrator).post(address, {"include_descendants": "on"}, follow=True)

    assert answer.status_code == 200
    assert "has been published" in answer.content.decode()
    assert DraftPage.objects.get(pk=frozen.pk).live


def test_a_copy_of_a_frozen_draft_is_a_new_unpublished_version(frozen):
    copy = frozen.copy(
        recursive=True, update_attrs={"title": "Version 2", "slug": "version-2"}, keep_live=False
    )

    assert not copy.is_frozen
    assert not copy.live
    assert [section.frozen for section in copy.sections()] == [False, False]
