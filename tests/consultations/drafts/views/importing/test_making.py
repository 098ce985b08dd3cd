"""Importing: the draft that comes of it, and a corrected file."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission

from consultations.drafts.importing.finishing import finish
from consultations.drafts.models import DraftImport, DraftPage
from people.enums import Role
from tests.consultations.drafts.views.importing.steps import press, said, to
from tests.factories.consultations import make_published_draft
from tests.factories.imports import (
    TEXT,
    make_file,
)
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db


class TestMakingTheDraft:
    def test_leads_to_the_draft_and_says_so_once_made(self, client, found):
        answer = client.post(to("finish", found), {"version": 0}, follow=True)

        draft = DraftPage.objects.get()
        explorer = reverse("wagtailadmin_explore", args=[draft.pk])
        assert answer.redirect_chain[-1][0] == f"{explorer}?ordering=ord"
        assert "“Draft strategy” was made. It is not public" in said(answer)[0]
        assert not draft.live

    def test_a_double_click_makes_one(self, client, found):
        answers = [client.post(to("finish", found), {"version": 0}) for _ in range(2)]

        assert answers[0].url == answers[1].url
        assert DraftPage.objects.count() == 1

    def test_of_an_older_version_is_refused(self, client, found):
        press(client, found, "drop-section:0")

        answer = client.post(to("finish", found), {"version": 0}, follow=True)

        assert "changed in another window" in said(answer)[0]
        assert not DraftPage.objects.exists()

    def test_afterwards_every_old_window_leads_to_the_draft(self, client, found):
        client.post(to("finish", found), {"version": 0})
        explorer = reverse("wagtailadmin_explore", args=[DraftPage.objects.get().pk])

        for address in (to("overview", found), to("section", found, 1), to("finish", found)):
            assert client.get(address, follow=True).redirect_chain[-1][0] == explorer
        late = press(client, found, "drop-section:0")
        assert late.url == to("overview", found)


class TestACorrectedFile:
    @pytest.fixture
    def draft(self, officer, found):
        return finish(draft_import_id=found.pk, version=0, by=officer)

    def again(self, client, draft, text=TEXT):
        address = reverse("imports_again", args=[draft.pk])
        client.post(address, {"file": make_file(text, "second.txt")})
        return DraftImport.objects.get(corrects=draft)

    def test_is_compared_then_put_into_the_draft(self, client, draft):
        text = TEXT.replace("three years", "four years").replace(
            "We will publish what we spend.\n\n", ""
        )
        found = self.again(client, draft, text + "\nTrees will stand in every street.\n")

        page = client.get(to("finish", found))
        seen = page.context["seen"]
        words = " ".join(page.content.decode().split())
        assert "<strong>3</strong> passages unchanged" in words
        assert "<strong>1</strong> edited" in words
        assert "<strong>1</strong> new" in words
        assert "<strong>1</strong> removed" in words
        assert "Grants will last four years." in words
        answer = client.post(to("finish", found), {"version": 0, "seen": seen}, follow=True)

        assert said(answer) == ["The corrected text is in “Draft strategy”. Read it through here."]
        assert DraftPage.objects.count() == 1

    def test_that_was_compared_with_an_older_draft_is_compared_again(self, client, draft):
        found = self.again(client, draft)
        seen = client.get(to("finish", found)).context["seen"]
        draft.sections().first().save_revision()

        answer = client.post(to("finish", found), {"version": 0, "seen": seen}, follow=True)

        assert "Somebody changed the draft while you were looking." in said(answer)[0]
        assert answer.redirect_chain[-1][0] == to("finish", found)

    def test_does_not_go_into_a_published_version(self, client, draft):
        found = self.again(client, draft)
        draft.get_latest_revision().publish()

        for answer in (
            client.get(reverse("imports_again", args=[draft.pk]), follow=True),
            client.get(to("finish", found), follow=True),
            client.post(to("finish", found), {"version": 0}, follow=True),
        ):
            assert "has been published, so its text stays as it is." in said(answer)[0]

    def test_is_not_for_a_draft_of_another_tree(self, found, signed_in):
        other = make_published_draft()
        elsewhere = make_user("elsewhere", Role.EVENTS_EDITOR)
        GroupPagePermission.objects.create(
            group=elsewhere.groups.get(),
            page=found.consultation.page_ptr,
            permission=Permission.objects.get(codename="add_page"),
        )

        answer = signed_in(elsewhere).get(reverse("imports_again", args=[other.pk]))

        assert answer.status_code == 404
