"""Importing in the admin: who gets in, what is said, where one lands, and what is never lost."""

import datetime as dt

import pytest
from django.contrib.auth.models import Permission
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission

from consultations.drafts.importing import uploading as rules
from consultations.drafts.importing.finishing import finish
from consultations.drafts.models import DraftImport, DraftPage, ImportState
from consultations.drafts.models.uploads import private_storage
from consultations.drafts.views.importing import uploading as views
from delivery.domain import heartbeats, jobs
from delivery.models import Job
from people.enums import Role
from tests.factories.consultations import make_consultation, make_published_draft
from tests.factories.imports import (
    TEXT,
    correct,
    make_file,
    make_import,
    make_long_text,
    outline_of,
)
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db

NEW = "/admin/imports/new/"


@pytest.fixture(autouse=True)
def storage(tmp_path, monkeypatch):
    """The private place, moved for this test to a folder of its own."""
    monkeypatch.setitem(vars(private_storage()), "location", str(tmp_path))
    return tmp_path


@pytest.fixture
def consultation():
    return make_consultation(slug="thriving")


@pytest.fixture
def found(officer, consultation):
    return make_import(officer, consultation=consultation)


@pytest.fixture
def client(officer, signed_in):
    return signed_in(officer)


def to(name, found, *more):
    return reverse(f"imports_{name}", args=[found.pk, *more])


def press(client, found, do, **fields):
    """One button of the correction screen, on the import as it stands."""
    found.refresh_from_db()
    data = {"version": found.version, "do": do, **fields}
    return client.post(to("correct", found), data)


def said(response):
    return [str(message).strip() for message in response.context["messages"]]


def send(client, consultation, *, follow=True, **fields):
    data = {"consultation": consultation.pk, "file": make_file(), "title": "", **fields}
    return client.post(NEW, data, follow=follow)


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


class TestUploading:
    def test_a_short_document_opens_on_the_correction_screen(self, client, consultation):
        answer = send(client, consultation, title="Our plan")

        assert answer.status_code == 200
        assert answer.context["title"] == "Our plan"
        assert [row.title for row in answer.context["rows"]] == ["Working together", "Grants"]

    def test_the_consultation_one_came_from_is_chosen(self, client, consultation):
        make_consultation(slug="another", title="Another")

        page = client.get(f"{NEW}?consultation={consultation.pk}").content.decode()

        assert f'<option value="{consultation.pk}" selected>' in page

    @pytest.mark.parametrize("chosen", ["x", "0", "9" * 30, "1'"])
    def test_a_consultation_that_is_not_there_is_404(self, client, consultation, chosen):
        assert client.get(NEW, {"consultation": chosen}).status_code == 404

    @pytest.mark.parametrize(
        ("file", "sentence"),
        [
            (("strategy.exe", TEXT), "This kind of file cannot be read."),
            (("strategy.txt", " "), "The file has no words in it."),
            (("strategy.txt", b"%PDF-1.7 and so on"), "The file is a PDF"),
            (("strategy.txt", ""), "The file is empty. Choose another."),
            (("strategy.txt", b"\x00\x01\x02" * 200), "The file does not look like plain text."),
        ],
    )
    def test_a_wrong_file_is_a_sentence_and_what_was_typed_stays(
        self, client, consultation, file, sentence, storage, django_capture_on_commit_callbacks
    ):
        name, text = file
        with django_capture_on_commit_callbacks(execute=True):
            answer = send(client, consultation, file=make_file(text, name), title="Our plan")
        page = answer.content.decode()

        assert answer.status_code == 422
        assert sentence in page
        assert 'value="Our plan"' in page
        assert f'<option value="{consultation.pk}" selected>' in page
        assert "<title>Error: Import a document" in "".join(page.splitlines()).replace("  ", "")
        assert not DraftImport.objects.exists()
        assert [path for path in storage.rglob("*") if path.is_file()] == []

    def test_a_number_no_page_can_have_is_an_answer(self, client, consultation):
        address = reverse("imports_again", args=[10**30])

        assert client.get(address).status_code == 404
        answer = client.post(NEW, {"consultation": "9" * 30, "file": make_file()})
        assert "Choose one of the consultations on the list." in answer.content.decode()

    def test_a_file_that_is_too_large_is_refused_before_it_is_read(
        self, client, consultation, monkeypatch
    ):
        monkeypatch.setattr("consultations.drafts.forms.importing.MOST_BYTES", len(TEXT.encode()))
        assert send(client, consultation).status_code == 200

        one_less = len(TEXT.encode()) - 1
        monkeypatch.setattr("consultations.drafts.forms.importing.MOST_BYTES", one_less)
        answer = send(client, consultation)

        assert answer.status_code == 422
        assert "The file is larger than 10 MB." in answer.content.decode()

    def test_a_form_without_a_file_says_so(self, client, consultation):
        answer = client.post(NEW, {"consultation": consultation.pk, "title": "Our plan"})

        assert answer.status_code == 422
        assert "Choose the document on your computer." in answer.content.decode()

    def test_a_full_disk_is_a_sentence(self, client, consultation, monkeypatch):
        def full(*args, **kwargs):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(private_storage(), "save", full)

        answer = send(client, consultation, title="Our plan")

        assert answer.status_code == 422
        assert "could not be kept at our end" in answer.content.decode()
        assert not DraftImport.objects.exists()
        assert not Job.objects.exists()

    def test_too_many_at_a_time_wait(self, client, consultation, monkeypatch, officer):
        monkeypatch.setattr(views, "MOST_AT_A_TIME", 2)
        answers = [send(client, consultation).status_code for _ in range(3)]
        cache.clear()

        assert answers == [200, 200, 422]
        assert send(client, consultation).status_code == 200

    def test_too_many_unfinished_are_refused(self, client, consultation, monkeypatch):
        monkeypatch.setattr(rules, "MOST_UNFINISHED", 1)
        send(client, consultation)

        answer = send(client, consultation)

        assert answer.status_code == 422
        assert "imports that are not finished" in answer.content.decode()

    def test_where_there_is_no_consultation_yet_nobody_is_led_into_a_dead_end(
        self, administrator, signed_in, home
    ):
        assert signed_in(administrator).get(NEW).status_code == 302


class TestALongDocument:
    @pytest.fixture
    def long(self, officer, consultation):
        return make_import(officer, text=make_long_text(2500), consultation=consultation)

    def test_is_read_by_the_page_that_waits_when_no_worker_is_alive(self, client, long):
        answer = client.get(to("overview", long), follow=True)

        assert answer.context["passages"] == 2500

    def test_shows_how_far_it_is_while_a_worker_is_at_it(self, client, long):
        heartbeats.beat()
        Job.objects.update(
            state="running", done=1, total=3, step="Reading the text",
            next_try_at=timezone.now() + jobs.LEASE,
        )  # fmt: skip

        answer = client.get(to("overview", long))
        page = answer.content.decode()

        assert int(answer["Refresh"]) >= 2
        assert "Reading the text: step 1 of 3" in page
        assert '<progress id="progress" max="3" value="1">' in page

    def test_gives_a_living_worker_thirty_seconds(self, client, long):
        heartbeats.beat()
        assert "Waiting to be read" in client.get(to("overview", long)).content.decode()

        Job.objects.update(next_try_at=timezone.now() - dt.timedelta(seconds=31))
        assert client.get(to("overview", long), follow=True).context["passages"] == 2500

    def test_says_why_when_it_cannot_be_read(self, client, officer, consultation):
        text = b"%PDF-" + make_long_text(2500).encode()
        long = make_import(officer, text=text, consultation=consultation)

        answer = client.get(to("overview", long), follow=True)

        assert "The file is a PDF" in answer.content.decode()
        assert f"{NEW}?consultation={consultation.pk}" in answer.content.decode()
        assert client.get(to("section", long, 1)).url == to("overview", long)

    def test_makes_no_page_heavier_and_asks_no_more_questions(
        self, client, long, officer, consultation
    ):
        jobs.work_on_due()
        short = make_import(officer, consultation=consultation)
        counts, sizes = [], []
        for found in (short, long):
            with CaptureQueriesContext(
                connection,
            ) as queries:
                page = client.get(to("section", found, 1))
            counts.append(len(queries))
            sizes.append(len(page.content))

        assert counts[0] == counts[1] <= 20
        assert sizes[1] < 200_000

    def test_goes_back_to_the_page_on_which_it_was_corrected(self, client, long):
        jobs.work_on_due()

        answer = press(client, long, "merge-passage:0:85")

        assert answer.url == f"{to('section', long, 1)}?page=3#here"
        page = client.get(answer.url).content.decode()
        assert "was merged into the one before it." in page


class TestCorrecting:
    def test_every_button_of_the_screen_does_what_it_says(self, client, found):
        for do, fields, titles in (
            (
                "split-section:0:1",
                {},
                ["Working together", "Working together (continued)", "Grants"],
            ),
            (
                "retitle-section:1",
                {"title": "Openness"},
                ["Working together", "Openness", "Grants"],
            ),
            ("demote-section:2", {}, ["Working together", "Openness"]),
            ("promote-passage:1:2", {}, ["Working together", "Openness", "Grants"]),
            ("merge-section:1", {}, ["Working together", "Grants"]),
            ("merge-passage:0:1", {}, ["Working together", "Grants"]),
            ("drop-passage:0:0", {}, ["Working together", "Grants"]),
            ("change-kind:1:0", {"kind-1-0": "quotation"}, ["Working together", "Grants"]),
            ("front-matter:0", {"from": "overview"}, ["Working together", "Grants"]),
            ("drop-section:1", {"from": "overview"}, ["Working together"]),
        ):
            answer = press(client, found, do, **fields)
            assert answer.status_code == 302, do
            assert answer.url.endswith("#here"), do
            outline = outline_of(found)
            assert [section.title for section in outline.sections] == titles, do
            page = client.get(answer.url)
            assert page.status_code == 200
            assert page.content.decode().count('id="here"') == 1, do
            assert 'form="undo"' in page.content.decode()
        assert press(client, found, "retitle", title="Our plan").url.endswith("/#here")
        assert outline_of(found).title == "Our plan"

    def test_undo_goes_back_and_says_so(self, client, found):
        before = outline_of(found)
        press(client, found, "drop-passage:0:2")
        found.refresh_from_db()

        answer = client.post(to("undo", found), {"version": found.version}, follow=True)

        assert outline_of(found) == before
        assert "Undone: Passage 1.3" in answer.content.decode()
        assert 'form="undo"' not in answer.content.decode()

    def test_undo_with_nothing_to_undo_is_a_sentence(self, client, found):
        answer = client.post(to("undo", found), {"version": 0}, follow=True)

        assert said(answer) == ["There is nothing left to undo."]

    @pytest.mark.parametrize(
        "do",
        [
            "",
            "explode:0",
            "merge-passage:0",
            "drop-section",
            "drop-section:0:0:0",
            "retitle:1",
            "change-kind:0:0",
            "drop-section:x",
        ],
    )
    def test_a_button_that_is_not_there_changes_nothing(self, client, found, do):
        answer = client.post(to("correct", found), {"version": 0, "do": do}, follow=True)

        assert said(answer) == ["Choose what to correct. Nothing was changed."]
        assert outline_of(found)
        assert found.version == 0

    def test_what_cannot_be_done_is_a_sentence_at_the_place(self, client, found):
        answer = client.post(
            to("correct", found), {"version": 0, "do": "merge-passage:1:0"}, follow=True
        )

        assert said(answer) == ["It is the first of its section: there is none before it."]
        assert answer.redirect_chain[0][0] == f"{to('section', found, 2)}#here"

    def test_another_window_is_told_and_keeps_what_was_typed(self, client, found):
        correct(found, "drop-section", section=0)

        answer = client.post(
            to("correct", found),
            {"version": 0, "do": "retitle-section:0", "title": "What I typed"},
        )
        page = answer.content.decode()

        assert answer.status_code == 409
        assert "changed in another window" in page
        assert page.count("What I typed") >= 2  # in the message and in the field
        assert [section.title for section in outline_of(found).sections] == ["Grants"]

    def test_another_window_whose_section_is_gone_is_shown_them_all(self, client, found):
        correct(found, "drop-section", section=1)

        answer = client.post(
            to("correct", found),
            {"version": 0, "do": "retitle-section:1", "title": "What I typed"},
        )

        assert answer.status_code == 409
        assert "You had typed: “What I typed”." in answer.content.decode()

    def test_a_section_that_is_not_there_leads_to_the_others(self, client, found):
        answer = client.get(to("section", found, 9), follow=True)

        assert said(answer) == ["There is no such section any more."]
        assert client.get(to("section", found, 0)).url == to("overview", found)

    def test_text_is_shown_as_text(self, client, officer, consultation):
        text = TEXT.replace("GRANTS", "<B>GRANTS").replace("Small", "<script>alert(1)</script>")
        found = make_import(officer, text=text, consultation=consultation)

        for address in (to("overview", found), to("section", found, 1), to("section", found, 2)):
            assert "<script>alert" not in client.get(address).content.decode()

    def test_the_number_of_questions_does_not_grow_with_the_sections(
        self, client, officer, consultation, django_assert_max_num_queries
    ):
        counts = []
        for sections in (1, 3):
            text = "Plan\n\n" + "".join(
                f"PART {word}\n\nSome text of this part.\n\n"
                for word in ("ONE", "TWO", "THREE")[:sections]
            )
            found = make_import(officer, text=text, consultation=consultation)
            with CaptureQueriesContext(connection) as queries:
                client.get(to("overview", found))
            counts.append(len(queries))

        assert counts[0] == counts[1] <= 20


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
