"""A file from its arrival to its outline: read, forgotten, refused, and never lost on the way."""

import datetime as dt
from pathlib import Path

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from consultations.drafts.importing import UnreadableDraft, uploading
from consultations.drafts.importing.uploading import (
    MOST_UNFINISHED,
    STRAIGHT_THROUGH,
    TooManyImports,
    discard,
    forget_lost_files,
    job_of,
)
from consultations.drafts.models import DraftImport, ImportState
from consultations.drafts.models.uploads import private_storage
from delivery.domain import jobs
from delivery.enums import JobState
from delivery.models import Job
from records.models import LogEntry
from tests.factories.imports import make_import, make_long_text, outline_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def storage(tmp_path, monkeypatch):
    """The private place, moved for this test to a folder of its own."""
    monkeypatch.setitem(vars(private_storage()), "location", str(tmp_path))
    return tmp_path


@pytest.fixture
def long_text():
    text = make_long_text(2500)
    assert len(text) > STRAIGHT_THROUGH
    return text


def files(storage):
    return [path for path in storage.rglob("*") if path.is_file()]


def test_a_short_file_is_read_while_its_sender_waits(officer, storage):
    found = make_import(officer)

    assert found.state == ImportState.CORRECTING
    assert [section.title for section in outline_of(found).sections] == [
        "Working together",
        "Grants",
    ]
    assert job_of(found).state == JobState.DONE
    assert (files(storage), found.upload.name) == ([], "")


def test_a_title_that_was_typed_stands_over_the_one_in_the_file(officer):
    assert outline_of(make_import(officer, title="A better title")).title == "A better title"


def test_a_short_file_that_cannot_be_read_leaves_nothing(
    officer, storage, django_capture_on_commit_callbacks
):
    with (
        django_capture_on_commit_callbacks(execute=True),
        pytest.raises(UnreadableDraft, match="no words"),
    ):
        make_import(officer, text=" ")

    assert not DraftImport.objects.exists()
    assert not Job.objects.exists()
    assert files(storage) == []


def test_a_long_file_waits_for_the_worker_under_a_random_name(officer, storage, long_text):
    found = make_import(officer, text=long_text, name="../Our Secret Plan.TXT")

    (file,) = files(storage)
    assert found.state == ImportState.READING
    assert found.file_name == "Our Secret Plan.TXT"
    assert file.suffix == ".txt"
    assert "Secret" not in str(file)
    assert file.stat().st_mode & 0o077 == 0
    assert not file.is_relative_to(settings.MEDIA_ROOT)

    jobs.work_on_due()

    assert len(outline_of(found).sections[0].passages) == 2500
    assert found.state == ImportState.CORRECTING
    assert files(storage) == []


def test_a_long_file_is_read_by_the_worker_once_it_is_committed(
    officer, long_text, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        found = make_import(officer, text=long_text)

    found.refresh_from_db()
    assert found.state == ImportState.CORRECTING


def test_a_long_file_that_cannot_be_read_says_why_and_is_deleted(
    officer, storage, long_text, django_capture_on_commit_callbacks
):
    found = make_import(officer, text=b"PK\x03\x04" + long_text.encode(), name="plan.txt")

    with django_capture_on_commit_callbacks(execute=True):
        jobs.work_on_due()

    found.refresh_from_db()
    assert found.state == ImportState.FAILED
    assert found.note.startswith("The file is a Word, OpenDocument or zip file")
    assert found.finished_at
    assert files(storage) == []


def test_an_import_that_was_discarded_while_it_waited_is_let_go(officer, long_text):
    found = make_import(officer, text=long_text)
    job = job_of(found)
    DraftImport.objects.all().delete()

    jobs.work_on(job.pk)

    job.refresh_from_db()
    assert job.state == JobState.DONE


def test_a_file_that_is_gone_is_a_sentence(officer, storage, long_text):
    found = make_import(officer, text=long_text)
    files(storage)[0].unlink()

    jobs.work_on_due()

    found.refresh_from_db()
    assert found.note == "The file is not here any more. Choose it again."


def test_reading_it_twice_changes_nothing(officer, long_text):
    found = make_import(officer, text=long_text)
    jobs.work_on_due()
    DraftImport.objects.update(version=3)
    Job.objects.update(state=JobState.WAITING, finished_at=None, next_try_at=timezone.now())

    jobs.work_on_due()

    found.refresh_from_db()
    assert (found.version, found.state) == (3, ImportState.CORRECTING)


def test_discarding_takes_everything_but_leaves_a_trace(
    officer, storage, long_text, django_capture_on_commit_callbacks
):
    found = make_import(officer, text=long_text)

    with django_capture_on_commit_callbacks(execute=True):
        discard(draft_import=found, by=officer)

    assert (files(storage), DraftImport.objects.count(), Job.objects.count()) == ([], 0, 0)
    assert LogEntry.objects.get(action="import_discarded").by == officer


def test_nobody_has_more_than_twenty_unfinished(officer, administrator, monkeypatch):
    monkeypatch.setattr(uploading, "MOST_UNFINISHED", 2)
    first = make_import(officer)
    make_import(officer)

    with pytest.raises(TooManyImports):
        make_import(officer)
    make_import(administrator)
    DraftImport.objects.filter(pk=first.pk).update(
        state=ImportState.MADE, finished_at=timezone.now()
    )
    make_import(officer)

    assert MOST_UNFINISHED == 20


def test_files_that_no_import_knows_are_forgotten_after_a_day(officer, storage, long_text):
    found = make_import(officer, text=long_text)
    lost = storage / "imports" / "lost.txt"
    lost.write_text("What a power cut left.")
    now = timezone.now()

    forget_lost_files(now=now + dt.timedelta(hours=23))
    assert lost.exists()
    forget_lost_files(now=now + dt.timedelta(hours=25))

    assert files(storage) == [storage / found.upload.name]


@pytest.mark.parametrize(
    "values",
    [
        {"state": "lost"},
        {"state": ImportState.FAILED},
        {"state": ImportState.CORRECTING, "outline": None},
        {"finished_at": timezone.now()},
    ],
)
def test_the_database_refuses_a_row_that_cannot_be(officer, values):
    make_import(officer)

    with pytest.raises(IntegrityError), transaction.atomic():
        DraftImport.objects.update(**values)


def test_private_files_have_no_place_in_the_media():
    kept = Path(settings.STORAGES["private"]["OPTIONS"]["location"])

    assert not kept.is_relative_to(settings.MEDIA_ROOT)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Our plan (2).txt", "Our plan (2).txt"),
        ("a/b\x00c\n.txt", "b c.txt"),
        ("….txt", "document.txt"),
        (f"{'ш' * 200}.txt", f"{'ш' * 60}.txt"),
    ],
)
def test_a_reader_is_told_a_name_that_any_disk_can_hold(given, kept):
    assert uploading.harmless_name(given, "imports/0f.txt") == kept
