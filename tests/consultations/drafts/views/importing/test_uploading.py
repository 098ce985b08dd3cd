"""Importing: what is said of a file, and a long document."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from consultations.drafts.importing import uploading as rules
from consultations.drafts.models import DraftImport
from consultations.drafts.models.uploads import private_storage
from consultations.drafts.views.importing import uploading as views
from delivery.domain import heartbeats, jobs
from delivery.models import Job
from tests.consultations.drafts.views.importing.steps import NEW, press, send, to
from tests.factories.consultations import make_consultation
from tests.factories.imports import (
    TEXT,
    make_file,
    make_import,
    make_long_text,
)

pytestmark = pytest.mark.django_db


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
