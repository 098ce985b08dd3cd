"""An outcome goes public through its workflow, once two people have signed off its words."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from consultations.enums import Stage
from consultations.models import ConsultationPage
from consultations.outcomes.models import NotSignedOff, OutcomePage, SignOff
from people.domain.roles import group_for
from people.enums import Role
from tests.factories.outcomes import make_outcome
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def outcome():
    return make_outcome()


def approve(outcome, user):
    """Approve the current step as the admin does, if it is offered to this person at all."""
    state = OutcomePage.objects.get(pk=outcome.pk).current_workflow_state
    task_state = state.current_task_state
    task = task_state.task.specific
    offered = {name for name, _, _ in task.get_actions(outcome, user)}
    if "approve" in offered:
        task.on_action(task_state, user, "approve")
    return "approve" in offered


def is_live(outcome):
    return OutcomePage.objects.get(pk=outcome.pk).live


def test_is_public_only_when_both_have_approved(outcome, officer, chair):
    outcome.get_workflow().start(outcome, officer)

    approve(outcome, officer)
    after_the_officer = is_live(outcome)
    approve(outcome, chair)

    assert (after_the_officer, is_live(outcome)) == (False, True)
    assert [s.part for s in SignOff.objects.all()] == ["council", "board"]


def test_being_public_puts_the_answer_on_record(outcome, officer, chair):
    outcome.get_workflow().start(outcome, officer)

    approve(outcome, officer)
    approve(outcome, chair)

    consultation = ConsultationPage.objects.get(pk=outcome.get_parent().pk)
    assert consultation.stage == Stage.ANSWERED
    assert consultation.answered_at == consultation.analysis_signed_off_at


def test_the_record_survives_an_older_revision_of_the_consultation(outcome, officer, chair):
    consultation = ConsultationPage.objects.get(pk=outcome.get_parent().pk)
    older = consultation.save_revision()
    outcome.get_workflow().start(outcome, officer)
    approve(outcome, officer)
    approve(outcome, chair)

    older.publish()

    assert ConsultationPage.objects.get(pk=consultation.pk).answered_at is not None


def test_one_person_with_both_roles_cannot_sign_off_both_parts(outcome):
    both = make_user("both", Role.ENGAGEMENT_OFFICER, Role.BOARD_CHAIR)
    outcome.get_workflow().start(outcome, both)

    offered = [approve(outcome, both), approve(outcome, both)]

    assert offered == [True, False]
    assert not is_live(outcome)


def test_new_words_after_an_approval_need_a_new_approval(outcome, officer, chair):
    outcome.get_workflow().start(outcome, officer)
    approve(outcome, officer)
    outcome = OutcomePage.objects.get(pk=outcome.pk)
    outcome.did = "<p>Nothing at all.</p>"
    revision = outcome.save_revision()

    with pytest.raises(NotSignedOff), transaction.atomic():
        revision.publish()

    assert not is_live(outcome)


@pytest.mark.parametrize("road", ["revision", "schedule", "save"])
def test_no_other_road_makes_it_public(outcome, road):
    def schedule():
        outcome.revisions.update(approved_go_live_at=timezone.now() - dt.timedelta(hours=1))
        call_command("publish_scheduled", verbosity=0)

    def save():
        outcome.live = True
        outcome.save()

    roads = {
        "revision": outcome.get_latest_revision().publish,
        "schedule": schedule,
        "save": save,
    }

    with pytest.raises(NotSignedOff), transaction.atomic():
        roads[road]()

    assert not is_live(outcome)


def test_the_editor_offers_no_publishing_even_to_an_administrator(
    outcome, signed_in, administrator
):
    browser = signed_in(administrator)
    address = reverse("wagtailadmin_pages:edit", args=[outcome.pk])

    page = browser.get(address).content.decode()
    answer = browser.post(address, {"title": outcome.title, "action-publish": "1"})

    assert "action-publish" not in page
    assert answer.status_code in (200, 302, 403)
    assert not is_live(outcome)


def test_its_chair_sees_it_on_the_desk(outcome, officer, chair, signed_in):
    outcome.get_workflow().start(outcome, officer)
    approve(outcome, officer)

    desk = signed_in(chair).get(reverse("board_desk")).content.decode()

    assert "We asked, you said, we did" in desk


def test_a_chair_can_open_and_approve_it_in_the_admin(outcome, officer, chair, signed_in):
    outcome.get_workflow().start(outcome, officer)
    approve(outcome, officer)
    task_state = OutcomePage.objects.get(pk=outcome.pk).current_workflow_task_state
    browser = signed_in(chair)

    edit = browser.get(reverse("wagtailadmin_pages:edit", args=[outcome.pk]))
    browser.post(
        reverse("wagtailadmin_pages:workflow_action", args=[outcome.pk, "approve", task_state.pk])
    )

    assert edit.status_code == 200
    assert is_live(outcome)


def test_a_decision_is_not_dated_before_the_closing():
    with pytest.raises(ValidationError, match="before the consultation closed"):
        make_outcome(decided_on=dt.date(2001, 1, 1)).full_clean()


def test_the_two_steps_belong_to_the_officers_and_the_chair(outcome):
    steps = [task.specific for task in outcome.get_workflow().tasks]

    groups = [list(step.groups.all()) for step in steps]
    assert groups == [[group_for(Role.ENGAGEMENT_OFFICER)], [group_for(Role.BOARD_CHAIR)]]
