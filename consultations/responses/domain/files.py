"""Files that come with responses: few, small, of known kinds, and never trusted.

A file is what its first bytes say, whatever its name; pictures are drawn anew, which drops where
and when they were taken. No file is ever shown in a page: whoever may see it downloads it.
"""

import io
import zipfile
from datetime import timedelta
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import OuterRef, Subquery
from PIL import Image, UnidentifiedImageError

from consultations.responses.enums import FileKind, QuestionKind
from consultations.responses.models import AttachedFile, Question, Response, ResponseDraft
from pages.domain.scanning import NotClean, refuse_viruses
from records.domain.log import record

MOST_BYTES = 10 * 1024 * 1024
MOST_FILES = 5
MOST_PIXELS = 40_000_000
PICTURES = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG"}
PACKAGES = ("docx", "odt", "xlsx", "ods")
TEXTS = ("txt", "csv")
OLD_WORDS = ("doc", "rtf")
ENDINGS = ("pdf", *PICTURES, *PACKAGES, *TEXTS)
LOST_AFTER = timedelta(days=1)
WRONG_KIND = "This file is of a kind we cannot take. Send a PDF, a picture (JPEG or PNG), a text, \
a Word or OpenDocument file, or a table."
OLD_WORD = "This is a file of an older Word. Save it as a Word document (.docx) or as a PDF, and \
choose that."
NOT_WHAT_IT_SAYS = "The file is not what its name says. Save it again as a PDF and choose that."
HAS_MACROS = "The file holds a program (macros). Save it as a PDF and choose that."
TOO_LARGE = "The file is larger than 10 MB. Make its pictures smaller, or send a part of it."
TOO_MANY = "You have added five files, which is the most. Take one away before you add another."


class Refused(Exception):
    """A sentence for whoever chose the file."""


def checked(file):
    """(ending, content) of a file as it may be kept. Raises Refused."""
    ending = PurePath(file.name).suffix.lower().lstrip(".")
    if ending not in ENDINGS:
        raise Refused(OLD_WORD if ending in OLD_WORDS else WRONG_KIND)
    if file.size > MOST_BYTES:
        raise Refused(TOO_LARGE)
    content = file.read()
    try:
        refuse_viruses(content)
    except NotClean as error:
        raise Refused(str(error)) from None
    if ending in PICTURES:
        return ending, _drawn_anew(content, PICTURES[ending])
    if ending == "pdf" and not content.startswith(b"%PDF-"):
        raise Refused(NOT_WHAT_IT_SAYS)
    if ending in PACKAGES:
        _check_package(content)
    if ending in TEXTS and b"\x00" in content:
        raise Refused(NOT_WHAT_IT_SAYS)
    return ending, content


def _drawn_anew(content, kind):
    try:
        with Image.open(io.BytesIO(content), formats=[kind]) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise Refused(TOO_LARGE)
            drawn = io.BytesIO()
            picture.convert("RGB").save(drawn, kind)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise Refused(NOT_WHAT_IT_SAYS) from error
    return drawn.getvalue()


def _check_package(content):
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = package.namelist()
    except zipfile.BadZipFile as error:
        raise Refused(NOT_WHAT_IT_SAYS) from error
    if any("vbaproject" in name.lower() or name.startswith("Basic/") for name in names):
        raise Refused(HAS_MACROS)


def attach_file(*, file, key_hash, consultation, kind, now):
    """Check a file and keep it beside a basket, or a response, of this key. Raises Refused."""
    ending, content = checked(file)
    return keep_file(
        ending=ending,
        content=content,
        key_hash=key_hash,
        consultation=consultation,
        kind=kind,
        now=now,
    )


@transaction.atomic
def keep_file(*, ending, content, key_hash, consultation, kind, now):
    """The same of what `checked` gave, which may take longer than a lock should. Raises Refused."""
    if kind == FileKind.EVIDENCE:
        basket = ResponseDraft.objects.select_for_update().filter(key_hash=key_hash)
        if not basket.exists():
            raise Refused("There is no unsent response here that a file could go with.")
    if files_of(key_hash).count() >= MOST_FILES:
        raise Refused(TOO_MANY)
    return AttachedFile.objects.create(
        consultation=consultation,
        key_hash=key_hash,
        kind=kind,
        file=ContentFile(content, name=f"file.{ending}"),
        ending=ending,
        size=len(content),
        added_at=now,
    )


def files_of(key_hash):
    return AttachedFile.objects.filter(key_hash=key_hash)


def evidence_by_response(responses):
    """{response id: [file, …]} of what came as evidence with these, in one query."""
    keys = dict(responses.values_list("idempotency_key", "pk"))
    found = {}
    for file in AttachedFile.objects.filter(key_hash__in=keys, kind=FileKind.EVIDENCE):
        found.setdefault(keys[file.key_hash], []).append(file)
    return found


def evidence_of(consultation):
    """What came as evidence with responses that were sent, newest first, with their references.

    Each says too whether its response was sent late.
    """
    response = Response.objects.filter(idempotency_key=OuterRef("key_hash"))
    return (
        AttachedFile.objects.filter(consultation=consultation, kind=FileKind.EVIDENCE)
        .annotate(
            reference=Subquery(response.values("reference")[:1]),
            is_late=Subquery(response.values("is_late")[:1]),
        )
        .filter(reference__isnull=False)
        .order_by("-added_at")
    )


def takes_files(basket):
    """Whether a form in it asks for evidence that may be a file, or a letter came as one."""
    if files_of(basket.key_hash).exists():
        return True
    return Question.objects.filter(
        version__in=basket.comments.values("questionnaire_version"),
        kind=QuestionKind.EVIDENCE,
        settings__files=True,
    ).exists()


@transaction.atomic
def remove_files(*, files):
    """Delete these rows, and their files once that is certain."""
    kept = list(files)
    AttachedFile.objects.filter(pk__in=[one.pk for one in kept]).delete()
    for one in kept:
        transaction.on_commit(lambda one=one: one.file.delete(save=False))


def sweep(*, now):
    """Delete files whose basket is gone without having been sent; how many."""
    lost = AttachedFile.objects.filter(added_at__lt=now - LOST_AFTER)
    lost = lost.exclude(key_hash__in=ResponseDraft.objects.values("key_hash"))
    lost = list(lost.exclude(key_hash__in=Response.objects.values("idempotency_key")))
    remove_files(files=lost)
    return len(lost)


def note_download(*, file, by, at):
    """That somebody opened a file stands in the log."""
    record(
        action="file.downloaded",
        subjects=[f"file:{file.pk}"],
        at=at,
        consultation_id=file.consultation_id,
        by=by,
    )
