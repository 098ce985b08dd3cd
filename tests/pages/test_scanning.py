"""Uploaded files are looked through where there is a scanner, and kept only when it says so."""

import tempfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from consultations.drafts.importing import UnreadableDraft, uploading
from consultations.drafts.models import DraftImport
from consultations.responses.domain import files
from pages.domain.scanning import AWAY, INFECTED, PIECE, NotClean, refuse_viruses
from tests.factories.consultations import make_consultation
from tests.factories.scanners import TOO_LONG, VIRUS, listening


@pytest.fixture
def nobody_listens():
    """A port at which a scanner was."""
    with listening() as scanner:
        where = scanner.where
    return where


@pytest.mark.parametrize(
    "content", [b"", b"a", b"a" * (PIECE - 1), b"a" * PIECE, b"a" * (PIECE + 1), b"ab" * PIECE * 2]
)
def test_all_of_a_clean_file_is_looked_through(settings, content):
    with listening() as scanner:
        settings.VIRUS_SCANNER = scanner.where
        refuse_viruses(content)

    assert scanner.scanned == [content]


def test_a_scanner_may_listen_at_a_path(settings):
    with tempfile.TemporaryDirectory() as folder:
        with listening(path=Path(folder) / "clamd.sock") as scanner:
            settings.VIRUS_SCANNER = scanner.where
            refuse_viruses(b"clean")
            with pytest.raises(NotClean, match="something harmful"):
                refuse_viruses(VIRUS)
        with pytest.raises(NotClean, match="just now"):
            refuse_viruses(b"clean")


def test_a_virus_is_refused_wherever_it_stands(settings):
    with listening() as scanner:
        settings.VIRUS_SCANNER = scanner.where
        with pytest.raises(NotClean) as refused:
            refuse_viruses(b"a" * (PIECE - 3) + VIRUS)

    assert str(refused.value) == INFECTED


@pytest.mark.parametrize("answer", [TOO_LONG, b"", b"stream: OKAY", b"UNKNOWN COMMAND"])
def test_any_other_answer_is_a_refusal(settings, answer):
    with listening(answer=answer) as scanner:
        settings.VIRUS_SCANNER = scanner.where
        with pytest.raises(NotClean) as refused:
            refuse_viruses(b"clean")

    assert str(refused.value) == AWAY


def test_a_scanner_that_is_away_is_a_refusal(settings, nobody_listens):
    settings.VIRUS_SCANNER = nobody_listens
    with pytest.raises(NotClean, match="just now"):
        refuse_viruses(b"clean")


def test_without_a_scanner_nothing_is_refused(settings):
    settings.VIRUS_SCANNER = None
    refuse_viruses(VIRUS)


def test_files_with_responses_are_looked_through(settings):
    with listening() as scanner:
        settings.VIRUS_SCANNER = scanner.where
        assert files.checked(SimpleUploadedFile("a.txt", b"words")) == ("txt", b"words")
        with pytest.raises(files.Refused) as refused:
            files.checked(SimpleUploadedFile("a.txt", b"words " + VIRUS))

    assert str(refused.value) == INFECTED
    assert scanner.scanned == [b"words", b"words " + VIRUS]


def test_documents_to_import_are_looked_through(settings, db, officer, nobody_listens):
    given = {"consultation": make_consultation(), "by": officer}
    with listening() as scanner:
        settings.VIRUS_SCANNER = scanner.where
        uploading.receive(file=SimpleUploadedFile("a.txt", b"A strategy\n\nWords."), **given)
        with pytest.raises(UnreadableDraft) as refused:
            uploading.receive(file=SimpleUploadedFile("b.txt", b"Words. " + VIRUS), **given)
        assert str(refused.value) == INFECTED
    settings.VIRUS_SCANNER = nobody_listens
    with pytest.raises(UnreadableDraft, match="just now"):
        uploading.receive(file=SimpleUploadedFile("c.txt", b"Words."), **given)

    assert [found.file_name for found in DraftImport.objects.all()] == ["a.txt"]


def test_the_health_page_says_how_the_scanner_is_and_serves_on(
    settings, db, resident, nobody_listens
):
    assert "scanner" not in resident.get("/health/").json()
    with listening() as scanner:
        settings.VIRUS_SCANNER = scanner.where
        assert resident.get("/health/").json()["scanner"] == "ok"
    settings.VIRUS_SCANNER = nobody_listens
    answer = resident.get("/health/")
    assert (answer.status_code, answer.json()["scanner"]) == (200, "down")
