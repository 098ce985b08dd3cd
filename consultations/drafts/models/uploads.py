"""Documents on their way to becoming a draft: read, corrected on screen, made into pages."""

import uuid
from pathlib import PurePath

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.db.models import Q

MOST_STEPS = 25


class ImportState(models.TextChoices):
    READING = "reading", "Being read"
    CORRECTING = "correcting", "Waiting for you"
    FAILED = "failed", "Could not be read"
    MADE = "made", "Draft made"


FINISHED = [ImportState.FAILED, ImportState.MADE]


def private_storage():
    return storages["private"]


def random_name(instance, filename):
    """Nobody can guess it, and nothing of the name that was given reaches the disk but its kind."""
    return f"imports/{uuid.uuid4().hex}{PurePath(filename).suffix.lower()[:10]}"


class DraftImportQuerySet(models.QuerySet):
    def unfinished(self):
        return self.exclude(state__in=FINISHED)


class DraftImport(models.Model):
    """One uploaded document, seen by whoever uploaded it and by nobody else.

    The file itself is kept apart from the site's media, is never served, and goes as soon as it
    has been read. `version` goes up with every correction, so that two windows cannot overwrite
    one another. `corrects` is the unpublished draft that a corrected file is for.
    """

    consultation = models.ForeignKey(
        "consultations.ConsultationPage", on_delete=models.CASCADE, related_name="+"
    )
    corrects = models.ForeignKey(
        "drafts.DraftPage", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    draft = models.ForeignKey(
        "drafts.DraftPage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    file_name = models.CharField(max_length=255)
    title = models.CharField(max_length=255, blank=True)
    upload = models.FileField(
        storage=private_storage, upload_to=random_name, blank=True, max_length=120
    )
    state = models.CharField(
        max_length=20, choices=ImportState, default=ImportState.READING, db_index=True
    )
    note = models.CharField(max_length=300, blank=True)
    outline = models.JSONField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)
    said = models.CharField(max_length=300, blank=True)
    said_section = models.PositiveIntegerField(null=True, blank=True)
    said_passage = models.PositiveIntegerField(null=True, blank=True)
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = DraftImportQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ImportState.values), name="import_state"),
            models.CheckConstraint(
                condition=Q(state__in=FINISHED, finished_at__isnull=False)
                | (~Q(state__in=FINISHED) & Q(finished_at__isnull=True)),
                name="import_finished_at_the_end",
            ),
            models.CheckConstraint(
                condition=~Q(state=ImportState.CORRECTING) | Q(outline__isnull=False),
                name="import_corrects_an_outline",
            ),
        ]

    def __str__(self):
        return self.file_name

    @property
    def job_key(self):
        return f"draft-import:{self.pk}"


class ImportStep(models.Model):
    """What one correction replaced, so that it can be undone: the sections from `first` on.

    `replaced` holds the sections as they were, `length` says how many stand in their place now.
    """

    draft_import = models.ForeignKey(DraftImport, on_delete=models.CASCADE, related_name="steps")
    version = models.PositiveIntegerField()
    first = models.PositiveIntegerField()
    length = models.PositiveIntegerField()
    replaced = models.JSONField()
    title = models.CharField(max_length=255)
    said = models.CharField(max_length=300)
    section = models.PositiveIntegerField(null=True, blank=True)
    passage = models.PositiveIntegerField(null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint("draft_import", "version", name="import_step_once_a_version")
        ]

    def __str__(self):
        return self.said
