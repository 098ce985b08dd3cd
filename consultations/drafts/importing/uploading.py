"""A document from somebody's computer: kept while it is being read, and forgotten then."""

import re
import tempfile
from datetime import timedelta
from pathlib import Path, PurePath

from django.db import transaction
from django.utils import timezone

from consultations.drafts.models import DraftImport, ImportState
from consultations.drafts.models.uploads import private_storage
from delivery.domain import jobs
from delivery.models import Job
from delivery.tasks import work_soon
from pages.domain.scanning import NotClean, refuse_viruses
from records.domain.log import record

from . import UnreadableDraft
from .apart import read_apart
from .storing import as_json

KIND = "draft-import"
MOST_BYTES = 10 * 1024 * 1024
MOST_UNFINISHED = 20
# A file of this size is read while its sender waits; a longer one is left to the worker.
STRAIGHT_THROUGH = 150 * 1024
LOST_AFTER = timedelta(days=1)
READ, KEPT, STEPS = 1, 2, 3
ODD_IN_A_NAME = re.compile(r"[^\w .,()-]+")


class TooManyImports(Exception):
    def __init__(self):
        super().__init__(
            f"You have {MOST_UNFINISHED} imports that are not finished. "
            "Make a draft of one, or discard it, before you add another."
        )


def receive(*, file, consultation, by, title="", corrects=None, now=None):
    """Keep the file and queue its reading; a short one is read at once. The import, as it stands.

    Raises UnreadableDraft for a short file that cannot be read and for one that the virus scanner
    does not find clean, of which nothing is kept, and TooManyImports.
    """
    now = now or timezone.now()
    _refuse_viruses(file)
    forget_lost_files(now=now)
    found = _queue(file, consultation, by, title, corrects, now)
    if file.size > STRAIGHT_THROUGH:
        return found
    jobs.work_on(_job(found).pk)
    found.refresh_from_db()
    if found.state == ImportState.FAILED:
        note = found.note
        discard(draft_import=found, by=by)
        raise UnreadableDraft(note)
    return found


def _refuse_viruses(file):
    content = file.read()
    file.seek(0)
    try:
        refuse_viruses(content)
    except NotClean as error:
        raise UnreadableDraft(str(error)) from None


@transaction.atomic
def _queue(file, consultation, by, title, corrects, now):
    mine = DraftImport.objects.filter(uploaded_by=by).unfinished()
    if mine.count() >= MOST_UNFINISHED:
        raise TooManyImports
    found = DraftImport.objects.create(
        consultation=consultation,
        corrects=corrects,
        uploaded_by=by,
        file_name=PurePath(file.name).name[:255],
        title=title,
        upload=file,
        created_at=now,
    )
    jobs.queue_job(kind=KIND, dedupe_key=found.job_key, argument={"import": found.pk}, now=now)
    if file.size > STRAIGHT_THROUGH:
        work_soon()
    return found


def job_of(draft_import):
    """The job that reads it, or None when there is none any more."""
    return Job.objects.filter(dedupe_key=draft_import.job_key).first()


def _job(draft_import):
    return Job.objects.get(dedupe_key=draft_import.job_key)


def read_upload(progress):
    """What the job does: read the file, keep its outline, delete the file."""
    found = DraftImport.objects.filter(pk=progress.job.argument["import"]).first()
    if found is None or found.state != ImportState.READING:  # discarded, or read before
        progress.finish()
        return
    progress.tell(READ, total=STEPS, step="Reading the text")
    try:
        outline = as_json(_read(found.upload, found.file_name))
    except UnreadableDraft as error:
        raise jobs.Hopeless(str(error)) from None
    progress.tell(KEPT, total=STEPS, step="Keeping what was read")
    with transaction.atomic():
        progress.finish()
        _keep(found, outline)
    _delete_file(found)


def _read(upload, file_name):
    """The file may be kept on another machine, so it is read from a copy on this one."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / harmless_name(file_name, upload.name)
        try:
            with upload.open("rb") as kept, copy.open("wb") as written:
                for chunk in kept.chunks():
                    written.write(chunk)
        except FileNotFoundError:
            raise UnreadableDraft("The file is not here any more. Choose it again.") from None
        return read_apart(copy)


def harmless_name(given, kept):
    """The name that was given, from which a title may be taken, as any disk can hold it."""
    stem = ODD_IN_A_NAME.sub(" ", PurePath(given).stem).strip(" .")[:60] or "document"
    return stem + PurePath(kept).suffix


def _keep(found, outline):
    """The title that was typed, or the draft's own, stands over the one in the file."""
    title = found.corrects.get_latest_revision_as_object().title if found.corrects else found.title
    if title:
        outline["outline"]["title"] = title
    reading = DraftImport.objects.filter(pk=found.pk, state=ImportState.READING)
    reading.update(state=ImportState.CORRECTING, outline=outline)


def give_up_reading(job):
    found = DraftImport.objects.filter(pk=job.argument["import"], state=ImportState.READING).first()
    if found is not None:
        found.state = ImportState.FAILED
        found.note = job.error
        found.finished_at = job.finished_at
        found.save(update_fields=["state", "note", "finished_at"])
        transaction.on_commit(lambda: _delete_file(found))


@transaction.atomic
def discard(*, draft_import, by):
    """Throw the import away, its file too. A draft that was made of it stays."""
    Job.objects.filter(dedupe_key=draft_import.job_key).delete()
    DraftImport.objects.filter(pk=draft_import.pk).delete()
    record(
        action="import_discarded",
        subjects=[f"import:{draft_import.pk}"],
        at=timezone.now(),
        consultation_id=draft_import.consultation_id,
        by=by,
    )
    transaction.on_commit(lambda: _delete_file(draft_import, row=False))


def _delete_file(found, *, row=True):
    if found.upload:
        found.upload.delete(save=False)
        if row:
            DraftImport.objects.filter(pk=found.pk).update(upload="")


def forget_lost_files(*, now):
    """Delete files that no import knows: what a power cut between disk and database left."""
    storage = private_storage()
    if not storage.exists("imports"):
        return
    for name in storage.listdir("imports")[1]:
        path = f"imports/{name}"
        is_old = storage.get_modified_time(path) < now - LOST_AFTER
        if is_old and not DraftImport.objects.filter(upload=path).exists():
            storage.delete(path)
