"""What came on paper, by e-mail, by phone or at a meeting; and files that came with responses."""

import uuid

from django.conf import settings
from django.core.files.storage import storages
from django.db import models

from consultations.responses.enums import Channel, FileKind


class ChannelEntry(models.Model):
    """One response that an officer types in. Its words are in a basket until it is sent.

    `received_at` is when it came, not when it was typed. Of some, drawn by lot, a second person
    types the words again.
    """

    consultation = models.ForeignKey(
        "consultations.ConsultationPage", on_delete=models.PROTECT, related_name="+"
    )
    channel = models.CharField(
        max_length=20, choices=[one for one in Channel.choices if one[0] != Channel.WEB]
    )
    received_at = models.DateTimeField()
    headcount = models.PositiveIntegerField(null=True, blank=True)
    key_hash = models.CharField(max_length=64, unique=True)
    salt = models.CharField(max_length=64)
    typed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    typed_at = models.DateTimeField()
    response = models.OneToOneField(
        "responses.Response",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="entry",
    )
    is_sampled = models.BooleanField(default=False)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-typed_at", "-pk"]

    def __str__(self):
        return f"{self.get_channel_display()} of {self.received_at:%d %b %Y}"


class SecondKeying(models.Model):
    """One comment of an entry as a second person typed it, who did not see the first."""

    comment = models.OneToOneField(
        "responses.Comment", on_delete=models.PROTECT, related_name="second_keying"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    answers = models.JSONField()
    is_resolved = models.BooleanField(default=False)

    wagtail_reference_index_ignore = True

    def __str__(self):
        return f"Second keying of comment {self.comment_id}"


def private_storage():
    return storages["private"]


def random_path(instance, filename):
    """Nothing of the name that was given reaches the disk, or stays anywhere."""
    return f"responses/{uuid.uuid4().hex}"


class AttachedFile(models.Model):
    """A scan, or evidence that somebody sent. Never served but as a download, to those who may.

    `key_hash` is that of the basket, which the response it becomes keeps as its idempotency key:
    the file goes with it without being touched.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consultation = models.ForeignKey(
        "consultations.ConsultationPage", on_delete=models.PROTECT, related_name="+"
    )
    key_hash = models.CharField(max_length=64, db_index=True)
    kind = models.CharField(max_length=20, choices=FileKind)
    file = models.FileField(storage=private_storage, upload_to=random_path, max_length=120)
    ending = models.CharField(max_length=10)
    size = models.PositiveIntegerField()
    added_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["added_at", "pk"]

    def __str__(self):
        return f"{self.get_kind_display()} ({self.ending})"


class ProcessFeedback(models.Model):
    """What somebody thought of the form, after sending. It leads to no response and has no date."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consultation = models.ForeignKey(
        "consultations.ConsultationPage", on_delete=models.CASCADE, related_name="+"
    )
    ease = models.CharField(max_length=20, blank=True)
    words = models.TextField(blank=True)

    wagtail_reference_index_ignore = True

    def __str__(self):
        return "Somebody’s opinion of the form"
