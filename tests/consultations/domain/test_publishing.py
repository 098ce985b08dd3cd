"""Every road to going public, the editor's to the scheduler's; and what is noted afterwards."""

import datetime as dt

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask
from wagtail.test.utils.form_data import rich_text

from consultations.domain.publishing import DutiesNotMet
from consultations.models import ConsultationPage, Election, PromiseChange
from people.domain.roles import group_for
from people.enums import Role
from records.models import LogEntry
from tests.factories.consultations import DAY, make_consultation, make_index

pytestmark = pytest.mark.django_db

HOUR = dt.timedelta(hours=1)
WEEK = 7 * DAY
OPENS = timezone.make_aware(dt.datetime(2027, 6, 7, 9))


def draft(**fields):
    fields = {"opens_at": OPENS, "closes_at": OPENS + 12 * WEEK, "live": False, **fields}
    return make_consultation(**fields)


@pytest.fixture
def unready():
    page = draft(why_proposed="", slug="unready", title="Parking")
    page.save_revision()
    return page


def is_live(page):
    return Page.objects.get(pk=page.pk).live


def said(answer):
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


def form_of(client, address):
    """The values of the editor's form as a browser would send them back."""
    form = client.get(address).context["form"]
    values = {bound.html_name: bound.value() for bound in form}
    for formset in form.formsets.values():
        for field in formset.management_form:
            values[field.html_name] = field.value()
    values = {
        name: value for name, value in values.items() if value is not None and value is not False
    }
    for name in ("opens_at", "closes_at", "go_live_at"):
        if isinstance(values.get(name), dt.datetime):
            values[name] = values[name].strftime("%Y-%m-%d %H:%M")
    for name in ("introduction", "why_proposed", "other_ways"):
        values[name] = rich_text(values.get(name, ""))
    return values


def test_the_editor_says_what_is_missing_and_keeps_what_was_typed(officer, signed_in, unready):
    client = signed_in(officer)
    address = reverse("wagtailadmin_pages:edit", args=[unready.pk])
    form = form_of(client, address) | {"title": "Parking at the station", "action-publish": "1"}

    answer = client.post(address, form)

    assert (answer.status_code, answer["Location"]) == (302, address)
    assert "<li>Say why you propose this. (Field: Why we propose this.)</li>" in said(answer)
    assert reverse("consultation_ready", args=[unready.pk]) in said(answer)
    latest = ConsultationPage.objects.get(pk=unready.pk).get_latest_revision_as_object()
    assert (latest.title, is_live(unready)) == ("Parking at the station", False)


def test_a_page_published_as_it_is_made_is_kept_as_a_draft(officer, signed_in):
    client = signed_in(officer)
    address = reverse(
        "wagtailadmin_pages:add", args=["consultations", "consultationpage", make_index().pk]
    )
    typed = {"title": "Parking", "slug": "parking", "opens_at": "2027-06-07 09:00"}
    form = form_of(client, address) | typed | {"action-publish": "1"}

    answer = client.post(address, form)

    page = ConsultationPage.objects.get(slug="parking")
    assert answer["Location"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert (page.live, page.get_latest_revision() is not None) == (False, True)
    assert "Say who decides in the end" in said(answer)


def test_scheduling_is_refused_as_publishing_is(officer, signed_in, unready):
    client = signed_in(officer)
    address = reverse("wagtailadmin_pages:edit", args=[unready.pk])
    form = form_of(client, address) | {"go_live_at": "2030-01-01 09:00", "action-publish": "1"}

    answer = client.post(address, form)

    assert "Say why you propose this." in said(answer)
    assert not unready.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_bulk_publishing_is_refused_whole(officer, signed_in, unready):
    ready = draft(slug="ready")
    ready.save_revision()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    both = f"id={ready.pk}&id={unready.pk}"
    answer = signed_in(officer).post(f"{address}?{both}", {"include_descendants": ""})

    assert answer["Location"] == reverse("consultation_ready", args=[unready.pk])
    assert "Say why you propose this." in said(answer)
    assert (is_live(ready), is_live(unready)) == (False, False)


def approve_in_a_workflow(page, starter):
    """Put the page before the officers; gives the waiting step."""
    workflow = Workflow.objects.create(name="Two pairs of eyes")
    task = GroupApprovalTask.objects.create(name="Read it")
    task.groups.add(group_for(Role.ENGAGEMENT_OFFICER))
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=make_index())
    return workflow.start(page, starter).current_task_state


def test_approval_in_a_workflow_is_refused_and_stays_open(
    officer, administrator, signed_in, unready
):
    step = approve_in_a_workflow(unready, administrator)
    address = reverse("wagtailadmin_pages:workflow_action", args=[unready.pk, "approve", step.pk])

    answer = signed_in(officer).post(address, {"comment": ""})
    by_script = signed_in(officer).post(
        address, {"comment": ""}, headers={"x-requested-with": "XMLHttpRequest"}
    )

    step.refresh_from_db()
    ready = reverse("consultation_ready", args=[unready.pk])
    assert (answer["Location"], step.status, is_live(unready)) == (ready, "in_progress", False)
    assert by_script.json() == {"step": "success", "redirect": ready}


@pytest.mark.parametrize("road", ["revision", "save", "by the schedule"])
def test_no_road_in_code_goes_round_it(unready, road):
    def by_the_schedule():
        unready.go_live_at = timezone.now() + HOUR
        unready.save_revision().publish()

    def save():
        unready.live = True
        unready.save()

    roads = {
        "revision": lambda: unready.save_revision().publish(),
        "save": save,
        "by the schedule": by_the_schedule,
    }

    with pytest.raises(DutiesNotMet):
        roads[road]()

    assert not is_live(unready)


def test_a_copy_is_a_draft():
    page = make_consultation()

    copy = page.copy(update_attrs={"slug": "copy"}, keep_live=True)

    assert (copy.live, is_live(copy), is_live(page)) == (False, False, True)


def test_the_schedule_passes_by_what_is_not_ready_any_more():
    first, second = draft(slug="first"), draft(slug="second", scale="statutory")
    for page in (first, second):
        page.go_live_at = timezone.now() + HOUR
        page.save_revision().publish()
    Election.objects.create(name="A snap election", polling_day=dt.date(2027, 6, 17))

    with time_machine.travel(timezone.now() + 2 * HOUR):
        call_command("publish_scheduled", verbosity=0)
        call_command("publish_scheduled", verbosity=0)

    assert (is_live(first), is_live(second)) == (False, True)
    [entry] = LogEntry.objects.filter(action="consultation.not_published")
    assert entry.consultation_id == first.pk


def test_a_change_of_words_in_public_breaks_no_duty(officer):
    page = make_consultation()
    page.why_proposed = ""

    with pytest.raises(DutiesNotMet):
        page.save_revision(user=officer).publish()
    with pytest.raises(DutiesNotMet):
        page.save()


def test_what_was_public_before_may_lack_what_it_always_lacked():
    page = make_consultation()
    ConsultationPage.objects.filter(pk=page.pk).update(why_proposed="")
    page.refresh_from_db()
    page.introduction = "<p>New words.</p>"

    page.save_revision().publish()

    assert ConsultationPage.objects.get(pk=page.pk).introduction == "<p>New words.</p>"


def test_an_unfinished_edit_of_a_public_page_is_kept_as_a_draft():
    page = make_consultation()
    page.why_proposed = ""

    page.save_revision()

    assert page.get_latest_revision_as_object().why_proposed == ""
    assert ConsultationPage.objects.get(pk=page.pk).why_proposed != ""


def test_a_date_that_moves_in_public_is_noted(officer, resident):
    page = make_consultation(slug="moved", opens_at=OPENS, closes_at=OPENS + 12 * WEEK)
    page.closes_at += 2 * WEEK
    page.reply_by = None if page.reply_by is None else page.reply_by + 7 * DAY

    with time_machine.travel(OPENS + WEEK, tick=False):
        page.save_revision(user=officer).publish()
        page = ConsultationPage.objects.get(pk=page.pk)
        page.save_revision(user=officer).publish()  # nothing moves
        text = resident.get("/consultations/moved/").content.decode()

    changes = PromiseChange.objects.filter(consultation=page)
    assert [(change.field, change.by) for change in changes] == [
        ("closes_at", officer),
        ("reply_by", officer),
    ]
    assert (
        "Monday 14 June: the closing was moved from 9am on Monday 30 August to 9am on Monday "
        "13 September."
    ) in text


def test_a_draft_may_move_its_dates_unnoticed():
    page = draft()
    page.closes_at += WEEK
    page.save()

    assert not PromiseChange.objects.exists()
