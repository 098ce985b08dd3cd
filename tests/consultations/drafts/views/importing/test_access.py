"""Importing: who gets in, where it is found, and the list of what is unfinished."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import GroupPagePermission

from consultations.drafts.importing.finishing import finish
from consultations.drafts.models import DraftImport, DraftPage, ImportState
from people.enums import Role
from tests.consultations.drafts.views.importing.steps import NEW, said, send, to
from tests.factories.consultations import make_consultation
from tests.factories.imports import (
    make_import,
    make_long_text,
)
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db


class TestWhoGetsIn:
    @pytest.fixture
    def addresses(self, found):
        draft = DraftPage.objects.first()
        return [
            reverse("imports_list"),
            NEW,
            *(to(name, found) for name in ("overview", "finish", "discard")),
            to("section", found, 1),
            *([reverse("imports_again", args=[draft.pk])] if draft else []),
        ]

    @pytest.mark.parametrize(
        "name", ["stranger", "events_editor", "board_member", "second_member", "chair"]
    )
    def test_others_of_the_cast_get_nothing(self, request, name, found, addresses, signed_in):
        client = signed_in(request.getfixturevalue(name))

        for address in addresses:
            answer = client.get(address)
            assert answer.status_code == 302, address
            assert answer.url in ("/admin/", f"/accounts/login/?next={address}")
        for action in ("correct", "undo", "finish", "discard"):
            client.post(to(action, found), {"version": 0, "do": "drop-section:0"})
        found.refresh_from_db()
        assert (found.state, found.version) == (ImportState.CORRECTING, 0)

    def test_a_resident_is_led_to_the_door(self, resident, addresses):
        for address in addresses:
            assert resident.get(address).url.startswith("/accounts/login/")

    def test_another_officer_does_not_see_it(self, found, signed_in):
        client = signed_in(make_user("other-officer", Role.ENGAGEMENT_OFFICER))

        for name in ("overview", "finish", "discard"):
            assert client.get(to(name, found)).status_code == 404
        for name in ("correct", "undo", "finish", "discard"):
            answer = client.post(to(name, found), {"version": 0, "do": "drop-section:0"})
            assert answer.status_code == 404
        assert "strategy.txt" not in client.get(reverse("imports_list")).content.decode()

    def test_an_officer_of_another_tree_is_refused_here(self, found, signed_in):
        """Wagtail's permission to add below the page decides, and nothing of ours."""
        elsewhere = make_user("elsewhere", Role.EVENTS_EDITOR)
        other = make_consultation(slug="other")
        GroupPagePermission.objects.create(
            group=elsewhere.groups.get(),
            page=other.page_ptr,
            permission=Permission.objects.get(codename="add_page"),
        )
        client = signed_in(elsewhere)

        assert client.get(f"{NEW}?consultation={other.pk}").status_code == 200
        assert client.get(f"{NEW}?consultation={found.consultation_id}").status_code == 404
        refused = send(client, found.consultation)
        assert refused.status_code == 422
        assert "Choose one of the consultations on the list." in refused.content.decode()
        assert DraftImport.objects.filter(uploaded_by=elsewhere).count() == 0
        send(client, other)
        assert DraftImport.objects.filter(uploaded_by=elsewhere).count() == 1

    def test_who_may_no_longer_add_there_no_longer_sees_it(self, client, found):
        GroupPagePermission.objects.all().delete()

        assert client.get(to("overview", found)).status_code == 302

    def test_nothing_is_done_by_following_a_link(self, client, found):
        for name in ("correct", "undo"):
            assert client.get(to(name, found)).status_code == 405


class TestWhereItIsFound:
    def test_on_a_consultation_and_in_the_menu(self, client, consultation):
        page = client.get(reverse("wagtailadmin_explore", args=[consultation.pk])).content.decode()

        assert f"{NEW}?consultation={consultation.pk}" in page
        assert reverse("imports_list") in page

    def test_in_the_list_of_consultations(self, client, consultation):
        index = consultation.get_parent()
        page = client.get(reverse("wagtailadmin_explore", args=[index.pk])).content.decode()

        assert f"{NEW}?consultation={consultation.pk}" in page

    def test_on_a_draft_until_it_is_published(self, client, found, officer):
        draft = finish(draft_import_id=found.pk, version=0, by=officer)
        address = reverse("imports_again", args=[draft.pk])
        explorer = reverse("wagtailadmin_explore", args=[draft.pk])

        assert address in client.get(explorer).content.decode()
        draft.get_latest_revision().publish()
        assert address not in client.get(explorer).content.decode()

    def test_not_for_an_events_editor(self, events_editor, signed_in, consultation):
        page = signed_in(events_editor).get("/admin/").content.decode()

        assert reverse("imports_list") not in page


class TestTheList:
    def test_shows_one_s_own_imports_and_their_states(self, client, found, officer, consultation):
        make_import(officer, text=make_long_text(2500), name="long.txt", consultation=consultation)
        finish(draft_import_id=found.pk, version=0, by=officer)
        third = make_import(officer, name="third.txt", consultation=consultation)

        page = client.get(reverse("imports_list")).content.decode()

        for words in ("Being read", "Draft made", "Waiting for you", "third.txt", "long.txt"):
            assert words in page
        assert to("discard", third) in page

    def test_asks_as_many_questions_for_three_as_for_one(self, client, officer, consultation):
        counts = []
        for more in (1, 2):
            for _ in range(more):
                make_import(officer, consultation=consultation)
            with CaptureQueriesContext(connection) as queries:
                client.get(reverse("imports_list"))
            counts.append(len(queries))

        assert counts[0] == counts[1]

    def test_discarding_asks_first(self, client, found):
        assert "Discard “strategy.txt”?" in client.get(to("discard", found)).content.decode()
        assert DraftImport.objects.exists()

        answer = client.post(to("discard", found), follow=True)

        assert said(answer) == ["The import of “strategy.txt” was discarded."]
        assert not DraftImport.objects.exists()

    def test_is_empty_with_a_way_on(self, client, consultation):
        assert NEW in client.get(reverse("imports_list")).content.decode()
