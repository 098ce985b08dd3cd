"""The health page, and the page for a form whose security token has expired."""

import datetime as dt
import json
import socket

import pytest
from django.test import Client
from django.utils import timezone

from delivery.domain.heartbeats import SILENCE, beat
from delivery.models import OutboxMessage
from tests.config.processes import MADE_UP, run

ASK = """
import json, django
django.setup()
from django.test import Client
answer = Client(headers={"host": "consult.example.org"}).get("/health/")
print(json.dumps([answer.status_code, answer.json()]))
"""
ALL_WELL = {"status": "ok", "database": "ok", "cache": "ok", "storage": "ok", "tasks": "ok"}


@pytest.fixture
def closed_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class TestHealth:
    def test_says_that_all_is_well(self, db, resident):
        beat()

        answer = resident.get("/health/")

        assert (answer.status_code, answer.json()) == (200, ALL_WELL)
        assert answer.headers["Content-Type"] == "application/json"
        assert "no-store" in answer.headers["Cache-Control"]
        assert answer.cookies == {}

    def test_says_that_the_worker_is_late_and_still_answers_200(self, db, resident):
        beat(now=timezone.now() - SILENCE - dt.timedelta(seconds=1))

        answer = resident.get("/health/")

        assert (answer.status_code, answer.json()) == (200, {**ALL_WELL, "tasks": "late"})

    def test_answers_503_when_files_cannot_be_kept(self, db, resident, settings, tmp_path):
        (tmp_path / "a file").write_text("where a folder should be")
        settings.MEDIA_ROOT = tmp_path / "a file" / "media"
        beat()

        answer = resident.get("/health/")

        assert answer.status_code == 503
        assert answer.json() == {**ALL_WELL, "status": "down", "storage": "down"}

    def test_says_that_the_cache_is_down_and_still_answers_200(
        self, db, resident, settings, closed_port
    ):
        settings.CACHES = {
            "default": {
                "BACKEND": "config.caches.SparableRedisCache",
                "LOCATION": f"redis://127.0.0.1:{closed_port}/0",
            }
        }
        beat()

        answer = resident.get("/health/")

        assert (answer.status_code, answer.json()) == (200, {**ALL_WELL, "cache": "down"})

    def test_answers_503_when_the_database_does_not_answer(self, closed_port, tmp_path):
        address = f"postgres://board:secret@127.0.0.1:{closed_port}/board"

        asked = run("-c", ASK, **{**MADE_UP, "DATABASE_URL": address, "VAR_DIR": str(tmp_path)})

        status, said = json.loads(asked.stdout)
        assert status == 503
        assert said == {**ALL_WELL, "status": "down", "database": "down", "tasks": "late"}


class TestPictures:
    @pytest.fixture(autouse=True)
    def library(self, settings, tmp_path):
        """A picture in the size a page asks for, and files that are nobody's business."""
        settings.MEDIA_ROOT = tmp_path / "media"
        for name in ("images/town.width-30.png", "original_images/town.png", "documents/list.pdf"):
            (tmp_path / "media" / name).parent.mkdir(parents=True)
            (tmp_path / "media" / name).write_bytes(name.encode())
        (tmp_path / "secret.txt").write_text("nobody's business")

    def test_are_served_in_the_size_a_page_asks_for(self, resident):
        answer = resident.get("/media/images/town.width-30.png")

        assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/png")
        assert b"".join(answer.streaming_content) == b"images/town.width-30.png"

    @pytest.mark.parametrize("name", ["original_images/town.png", "documents/list.pdf"])
    def test_are_not_served_as_they_were_uploaded(self, home, resident, name):
        """They may hold the place where they were taken, or be private."""
        assert resident.get(f"/media/{name}").status_code == 404

    @pytest.mark.parametrize(
        "path", ["../original_images/town.png", "..%2F..%2Fsecret.txt", "", "%2E%2E/"]
    )
    def test_do_not_open_the_way_to_other_files(self, home, resident, path):
        assert resident.get(f"/media/images/{path}").status_code in (400, 404)


class TestAnExpiredForm:
    @pytest.fixture
    def careful(self):
        """A browser whose forms are asked for their token, as outside the tests."""
        return Client(enforce_csrf_checks=True)

    def test_of_a_resident_is_answered_with_what_to_do(self, home, careful):
        answer = careful.post("/accounts/password/reset/", {"email": "amina@example.org"})

        text = answer.content.decode()
        assert answer.status_code == 403
        assert "Nothing was saved and nothing was sent." in text
        assert '<a href="/accounts/password/reset/">Open the form again</a>' in text
        assert OutboxMessage.objects.count() == 0

    def test_with_a_token_is_none(self, home, careful):
        careful.get("/accounts/password/reset/")
        token = careful.cookies["csrftoken"].value

        answer = careful.post(
            "/accounts/password/reset/",
            {"email": "amina@example.org", "csrfmiddlewaretoken": token},
        )

        assert answer.status_code == 302

    def test_with_a_token_of_somebody_else_is_refused(self, home, careful):
        careful.get("/accounts/password/reset/")

        answer = careful.post(
            "/accounts/password/reset/",
            {"email": "amina@example.org", "csrfmiddlewaretoken": "x" * 64},
        )

        assert answer.status_code == 403

    def test_of_the_admin_is_answered_in_the_admins_words(self, home, administrator):
        careful = Client(enforce_csrf_checks=True)
        careful.force_login(administrator)

        answer = careful.post("/admin/account/")

        assert answer.status_code == 403
        assert b"CSRF verification failed" in answer.content
