"""Where drafts stand: each version's state, who has it since when, and only of one's own pages."""

import datetime as dt
from io import BytesIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import (
    GroupApprovalTask,
    GroupPagePermission,
    PageViewRestriction,
    Workflow,
    WorkflowTask,
)

from consultations.drafts.importing.publish import make_draft
from consultations.models import ConsultationPage
from people.enums import Role
from tests.factories.consultations import (
    DAY,
    make_consultation,
    make_outline,
    make_published_draft,
    make_response,
    passages_of,
)
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db

REPORT = "/admin/reports/where-drafts-stand/"


@pytest.fixture
def browser(officer, signed_in):
    return signed_in(officer)


def report(browser, asked=""):
    """{title: what the report says}"""
    page = browser.get(f"{REPORT}{asked}")
    return {row.stands.title: row.stands for row in page.context["object_list"]}


def make_workflow(*groups, name="Legal check"):
    task = GroupApprovalTask.objects.create(name=name)
    task.groups.set(groups)
    workflow = Workflow.objects.create(name=name)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow


def state(browser, title="Draft strategy"):
    found = report(browser)[title]
    return found.state, found.who


class TestStates:
    @pytest.fixture
    def draft(self, officer):
        draft = make_draft(make_outline(), consultation=make_consultation(), user=officer)
        draft.save_revision(user=officer)
        return draft

    def test_not_public(self, browser, draft, officer):
        assert state(browser) == ("Not public", str(officer))

    def test_scheduled(self, browser, draft, officer):
        draft.go_live_at = timezone.now() + DAY
        draft.save_revision(user=officer, approved_go_live_at=draft.go_live_at)

        assert state(browser)[0] == "Scheduled"
        assert list(report(browser, "?state=scheduled")) == ["Draft strategy"]

    def test_frozen(self, browser, draft):
        draft.get_latest_revision().publish()
        draft.refresh_from_db()

        assert report(browser)["Draft strategy"].frozen_at == draft.frozen_at
        assert list(report(browser, "?state=frozen")) == ["Draft strategy"]

    def test_public_with_changes(self, browser, draft, officer):
        page = ConsultationPage.objects.get()
        page.save_revision().publish()
        page.refresh_from_db()
        assert state(browser, page.title)[0] == "Public"

        page.title = "A new title"
        page.save_revision(user=officer)

        assert state(browser, "A new title") == (
            "Public, with changes that are not",
            str(officer),
        )

    def test_in_a_workflow_until_it_is_sent_back(self, browser, draft, officer):
        lawyers = Group.objects.create(name="Lawyers")
        make_workflow(lawyers).start(draft, officer)
        began = draft.current_workflow_task_state.started_at

        found = report(browser)["Draft strategy"]
        assert (found.state, found.who, found.since) == (
            "In review: Legal check",
            "Lawyers",
            began,
        )
        assert list(report(browser, "?state=review")) == ["Draft strategy"]

        draft.current_workflow_task_state.reject(user=officer)
        assert state(browser) == ("Sent back: Legal check", str(officer))

    def test_every_page_is_under_exactly_one_state(self, browser, draft):
        make_published_draft(make_consultation(title="Other"))
        names = ["review", "scheduled", "frozen", "public", "changed", "private"]

        found = [len(report(browser, f"?state={name}")) for name in names]

        assert sum(found) == len(browser.get(REPORT).context["object_list"]) == 4


def test_it_counts_comments_on_a_version_and_on_all_of_a_consultation(browser):
    old = make_published_draft()
    new = make_published_draft(old.consultation)
    make_response(passages_of(old)[0], passages_of(old)[1])
    make_response(passages_of(new)[0])

    rows = browser.get(REPORT).context["object_list"]

    assert [(row.stands.kind, row.stands.comments) for row in rows] == [
        ("Consultation", 3),
        ("Draft version", 2),
        ("Draft version", 1),
    ]


def test_a_standing_consultation_never_closes(browser):
    make_consultation(title="Any time", closes_at=None)

    page = browser.get(REPORT)

    assert report(browser)["Any time"].closes_at == "Never"
    assert ">None<" not in page.content.decode()


class TestWhoMaySee:
    @pytest.mark.parametrize(
        ("role", "may"),
        [
            (Role.ENGAGEMENT_OFFICER, True),
            (Role.EVENTS_EDITOR, False),
            (Role.TOOLKIT_EDITOR, False),
            (Role.BOARD_MEMBER, False),
            (Role.BOARD_CHAIR, False),
        ],
    )
    def test_it_is_offered_to_whoever_edits_consultations(self, home, signed_in, role, may):
        make_consultation(title="Canary")
        browser = signed_in(make_user("somebody", role))

        answers = [browser.get(f"{REPORT}{asked}").status_code for asked in ("", "?export=csv")]
        menu = browser.get("/admin/").content.decode()

        assert answers == ([200, 200] if may else [302, 302])
        assert (REPORT in menu) is may

    def test_one_consultation_is_all_that_its_editor_sees(self, signed_in):
        """Private ones of others are in no list, no filter and no file."""
        mine, other = make_consultation(title="Mine"), make_consultation(title="Canary")
        PageViewRestriction.objects.create(page=other, restriction_type=PageViewRestriction.LOGIN)
        group = Group.objects.create(name="Pilot editors")
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        GroupPagePermission.objects.create(
            group=group, page=mine, permission=Permission.objects.get(codename="change_page")
        )
        user = make_user("pilot")
        user.groups.add(group)
        browser = signed_in(user)

        assert list(report(browser)) == ["Mine"]
        assert list(report(browser, "?state=public")) == ["Mine"]
        assert b"Canary" not in csv(browser)


def csv(browser, asked=""):
    return b"".join(browser.get(f"{REPORT}?export=csv{asked}").streaming_content)


class TestExports:
    def test_csv_says_london_time_and_holds_no_formula(self, browser):
        make_consultation(
            title="=HYPERLINK(1)",
            opens_at=dt.datetime(2026, 7, 1, 8, 0, tzinfo=dt.UTC),
            closes_at=None,
        )

        heading, row = csv(browser).decode().splitlines()

        assert heading.startswith("Title,What,State,Who has it,Since,")
        assert row.startswith("'=HYPERLINK(1),Consultation,Public,")
        assert row.endswith(",0,2026-07-01 09:00,Never")

    def test_xlsx_holds_the_filtered_rows(self, browser):
        make_published_draft()

        answer = browser.get(f"{REPORT}?export=xlsx&kind=draft")
        sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active

        assert [row[0].value for row in sheet.rows] == ["Title", "Draft strategy"]


def test_it_asks_as_much_for_many_as_for_few(browser, officer):
    def make_both():
        page = make_consultation()
        make_published_draft(page)
        draft = make_draft(make_outline(), consultation=page)
        draft.save_revision(user=officer)
        return draft

    lawyers = make_workflow(Group.objects.create(name="Lawyers"))
    lawyers.start(make_both(), officer)
    browser.get(REPORT)
    with CaptureQueriesContext(connection) as few:
        browser.get(REPORT)

    for number in range(4):
        make_workflow(Group.objects.create(name=f"G{number}"), name=f"T{number}").start(
            make_both(), officer
        )
    with CaptureQueriesContext(connection) as many:
        browser.get(REPORT)

    assert len(many) == len(few)
    assert len(few) <= 30
