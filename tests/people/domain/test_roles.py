"""What each role may do on a fresh database, and that an administrator's word stands over it."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import GroupPagePermission

from consultations.moderation.models import Review
from people.domain.roles import grant_once, grant_pages_once, group_for
from people.enums import Role
from people.models import DoneOnce
from tests.factories.consultations import (
    make_consultation,
    make_index,
    make_published_draft,
    make_response,
    passages_of,
)
from tests.factories.events import make_event_index
from tests.factories.people import make_user
from tests.factories.toolkit import make_toolkit_index

BOARD = [
    "moderation.decide_review",
    "moderation.view_moderationdecision",
    "wagtailadmin.access_admin",
]
TOOLKIT_RECORDS = [
    "toolkit.add_methoduse",
    "toolkit.add_principlerecord",
    "toolkit.change_methoduse",
    "toolkit.change_principlerecord",
    "toolkit.delete_methoduse",
    "toolkit.delete_principlerecord",
    "toolkit.view_methoduse",
    "toolkit.view_principlerecord",
]
GRANTED = {
    Role.ENGAGEMENT_OFFICER: [
        "consultations.add_decisionmaker",
        "consultations.add_election",
        "consultations.change_decisionmaker",
        "consultations.change_election",
        "consultations.delete_election",
        "consultations.view_decisionmaker",
        "consultations.view_election",
        "drafts.add_glossaryterm",
        "drafts.change_glossaryterm",
        "drafts.delete_glossaryterm",
        "drafts.view_glossaryterm",
        "moderation.add_route",
        "moderation.change_review",
        "moderation.change_route",
        "moderation.delete_route",
        "moderation.view_moderationdecision",
        "moderation.view_route",
        "people.add_area",
        "people.change_area",
        "people.view_area",
        "responses.add_channelentry",
        "responses.add_questionnaire",
        "responses.add_translation",
        "responses.change_questionnaire",
        "responses.see_names",
        "responses.view_attachedfile",
        "responses.view_equalityrecord",
        "responses.view_questionnaire",
        *TOOLKIT_RECORDS[:6],
        "toolkit.set_up_engagementplan",
        *TOOLKIT_RECORDS[6:],
        "wagtailadmin.access_admin",
        "wagtaildocs.add_document",
        "wagtaildocs.choose_document",
        "wagtailimages.add_image",
        "wagtailimages.choose_image",
    ],
    Role.GRANTS_OFFICER: ["wagtailadmin.access_admin"],
    Role.EVENTS_EDITOR: [
        "events.add_venue",
        "events.change_booking",
        "events.change_venue",
        "events.delete_venue",
        "events.view_booking",
        "wagtailadmin.access_admin",
    ],
    Role.TOOLKIT_EDITOR: sorted(
        [
            "toolkit.add_champion",
            "toolkit.add_principle",
            "toolkit.change_champion",
            "toolkit.change_principle",
            "toolkit.change_toolkitwords",
            "toolkit.delete_champion",
            "toolkit.delete_principle",
            "toolkit.view_champion",
            "toolkit.view_principle",
            *TOOLKIT_RECORDS,
            "wagtailadmin.access_admin",
        ]
    ),
    Role.BOARD_MEMBER: BOARD,
    Role.BOARD_CHAIR: BOARD,
    Role.OUTSIDE_READER: BOARD,
    Role.ANALYST: [],
    Role.DISPUTE_HANDLER: ["toolkit.handle_dispute", "wagtailadmin.access_admin"],
    Role.WEB_ADMINISTRATOR: [
        "consultations.add_decisionmaker",
        "consultations.change_decisionmaker",
        "consultations.view_decisionmaker",
        "pages.change_sitedetails",
        "people.add_area",
        "people.add_boardmembership",
        "people.add_organisation",
        "people.change_area",
        "people.change_boardmembership",
        "people.change_organisation",
        "people.view_area",
        "people.view_boardmembership",
        "people.view_organisation",
        "toolkit.change_toolkitwords",
        "wagtailadmin.access_admin",
    ],
}


def permissions_of(role):
    return sorted(
        f"{permission.content_type.app_label}.{permission.codename}"
        for permission in group_for(role).permissions.select_related("content_type")
    )


def page_permissions_of(role):
    """{address of a page: what the role may do from there downwards}"""
    found = {}
    for row in GroupPagePermission.objects.filter(group=group_for(role)).select_related("page"):
        codename = row.permission.codename.removesuffix("_page")
        found.setdefault(row.page.url_path, []).append(codename)
    return {path: sorted(names) for path, names in found.items()}


def migrate():
    call_command("migrate", verbosity=0)


@pytest.fixture
def fresh(db):
    """As after the first `migrate`: every role as it was granted, and nothing changed since."""
    Group.objects.filter(name__in=Role.values).delete()
    DoneOnce.objects.all().delete()
    migrate()


class TestGrants:
    @pytest.mark.parametrize("role", Role)
    def test_are_these_and_no_others_on_a_fresh_database(self, fresh, role):
        assert permissions_of(role) == GRANTED[role]

    def test_let_nobody_manage_users_or_groups(self, fresh):
        """Wagtail says that whoever may do that may do everything."""
        granted = {name for role in Role for name in permissions_of(role)}

        assert {name for name in granted if name.endswith(("_user", "_group"))} == set()

    def test_are_not_given_again_after_an_administrator_took_one_away(self, fresh):
        group = group_for(Role.EVENTS_EDITOR)
        group.permissions.clear()

        migrate()

        assert permissions_of(Role.EVENTS_EDITOR) == []

    def test_leave_what_an_administrator_added(self, fresh):
        added = Permission.objects.get(codename="view_organisation")
        group_for(Role.ANALYST).permissions.add(added)

        migrate()

        assert permissions_of(Role.ANALYST) == ["people.view_organisation"]

    def test_are_not_given_again_after_the_group_was_renamed(self, fresh):
        Group.objects.filter(name=Role.EVENTS_EDITOR).update(name="Diary team")

        migrate()

        kept = Group.objects.get(name="Diary team").permissions.values_list(
            "content_type__app_label", "codename"
        )
        assert sorted(map(".".join, kept)) == GRANTED[Role.EVENTS_EDITOR]
        assert not Group.objects.filter(name=Role.EVENTS_EDITOR).exists()

    def test_refuse_a_permission_that_is_misspelt_and_can_be_tried_again(self, db):
        with pytest.raises(Permission.DoesNotExist):
            grant_once(key="test", role=Role.ANALYST, permissions=["people.veiw_organisation"])

        grant_once(key="test", role=Role.ANALYST, permissions=["people.view_organisation"])

        assert "people.view_organisation" in permissions_of(Role.ANALYST)


class TestPages:
    def test_of_consultations_are_the_officers(self, fresh, home):
        make_index()

        assert page_permissions_of(Role.ENGAGEMENT_OFFICER) == {
            "/home/consultations/": ["add", "change", "lock", "publish", "unlock"]
        }

    def test_of_events_are_the_events_editors(self, fresh, home):
        make_event_index(home)

        assert page_permissions_of(Role.EVENTS_EDITOR) == {
            "/home/events/": ["add", "change", "publish"]
        }

    def test_of_the_toolkit_are_the_toolkit_editors(self, fresh, home):
        make_toolkit_index(home)

        assert page_permissions_of(Role.TOOLKIT_EDITOR) == {
            "/home/toolkit/": ["add", "change", "publish"]
        }

    @pytest.mark.parametrize("role", [Role.BOARD_MEMBER, Role.BOARD_CHAIR, Role.ANALYST])
    def test_are_nobody_elses(self, fresh, home, role):
        make_index()
        make_event_index(home)
        make_toolkit_index(home)

        assert page_permissions_of(role) == {}

    def test_are_not_given_again_after_an_administrator_took_one_away(self, fresh, home):
        index = make_event_index(home)
        GroupPagePermission.objects.filter(
            group=group_for(Role.EVENTS_EDITOR), permission__codename="publish_page"
        ).delete()

        index.save()
        migrate()
        grant_pages_once(page=index, role=Role.EVENTS_EDITOR, permissions=["publish"])

        assert page_permissions_of(Role.EVENTS_EDITOR) == {"/home/events/": ["add", "change"]}


class TestSeparation:
    @pytest.fixture
    def comment(self, db):
        """A comment that waits for the Board."""
        make_response(passages_of(make_published_draft())[0], text="ZZCANARY in a comment.")
        return Review.objects.get()

    def test_an_events_editor_opens_no_list_of_comments(self, comment, events_editor, signed_in):
        browser = signed_in(events_editor)

        for address in (
            reverse("board_desk"),
            reverse("board_decided"),
            reverse("board_read", args=[comment.pk]),
            "/admin/snippets/moderation/review/",
            "/admin/decisions/",
        ):
            answer = browser.get(address, follow=True)
            assert answer.redirect_chain[-1] == ("/admin/", 302)
            assert b"ZZCANARY" not in answer.content

    def test_a_board_member_opens_what_an_events_editor_does_not(
        self, comment, board_member, signed_in
    ):
        answer = signed_in(board_member).get(reverse("board_read", args=[comment.pk]))

        assert b"ZZCANARY" in answer.content

    def test_an_events_editor_changes_no_consultation(self, events_editor, signed_in):
        consultation = make_consultation(title="Before")
        address = reverse("wagtailadmin_pages:edit", args=[consultation.pk])

        answer = signed_in(events_editor).post(address, {"title": "After"})

        consultation.refresh_from_db()
        assert (answer.status_code, answer.url) == (302, "/admin/")
        assert consultation.title == "Before"

    @pytest.mark.parametrize("role", [Role.BOARD_MEMBER, Role.BOARD_CHAIR])
    def test_the_board_edits_no_page(self, home, signed_in, role):
        consultation = make_consultation()
        browser = signed_in(make_user("on-the-board", role))

        for address in (
            reverse("wagtailadmin_pages:edit", args=[consultation.pk]),
            reverse("wagtailadmin_pages:delete", args=[consultation.pk]),
            reverse("wagtailadmin_pages:unpublish", args=[consultation.pk]),
            reverse("wagtailadmin_pages:add_subpage", args=[consultation.pk]),
            reverse("wagtailadmin_pages:copy", args=[consultation.pk]),
            reverse("wagtailadmin_pages:move", args=[consultation.pk]),
            reverse("wagtailadmin_pages:view_draft", args=[consultation.pk]),
        ):
            answer = browser.post(address)
            assert (address, answer.status_code, answer.url) == (address, 302, "/admin/")

    def test_an_officer_edits_a_consultation_and_no_other_page(self, home, officer, signed_in):
        browser = signed_in(officer)
        consultation, events = make_consultation(), make_event_index(home)

        answers = [
            browser.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code
            for page in (consultation, events, home)
        ]

        assert answers == [200, 302, 302]

    @pytest.mark.parametrize("role", [role for role in Role if GRANTED[role]])
    def test_no_role_manages_users_groups_or_workflows(self, db, signed_in, role):
        browser = signed_in(make_user("somebody", role))

        for name in (
            "wagtailusers_users:index",
            "wagtailusers_users:add",
            "wagtailusers_groups:index",
            "wagtailadmin_workflows:index",
            "wagtailsites:index",
        ):
            answer = browser.get(reverse(name))
            assert (name, answer.status_code, answer.url) == (name, 302, "/admin/")
