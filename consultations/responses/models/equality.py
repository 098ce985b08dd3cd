"""Who answered, kept apart from what they said. Nothing here leads to a response."""

import uuid

from django.db import models


class EqualityRecord(models.Model):
    """One fact about nobody in particular: that somebody of this group took part, or answered so.

    It has no key to a response, no date and no owner, and what one person gave is many rows that
    nothing ties together: all groups of a person, or all their answers, would be a fingerprint.
    Without a question it says that somebody of the group took part; without an option, that they
    answered the question. The section is empty for the consultation as a whole. Once its time is
    over the facts that say the same become one, and only `number` says how many they were.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consultation = models.ForeignKey(
        "consultations.ConsultationPage", on_delete=models.CASCADE, related_name="+"
    )
    characteristic = models.CharField(max_length=20)
    group = models.CharField(max_length=20)
    section = models.ForeignKey(
        "drafts.SectionPage", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    question_key = models.CharField(max_length=32, blank=True)
    meaning = models.PositiveSmallIntegerField(default=1)
    option = models.CharField(max_length=40, blank=True)
    number = models.PositiveIntegerField(default=1)

    wagtail_reference_index_ignore = True

    class Meta:
        indexes = [
            models.Index(
                fields=["consultation", "question_key", "characteristic"],
                name="equality_by_question",
            )
        ]

    def __str__(self):
        return f"One of {self.characteristic} {self.group}"


class EqualityPool(models.Model):
    """What waits to become records: one row a consultation, sealed, and written anew as a whole.

    A row for each person would stand in the order in which they came. The key is in no table.
    """

    consultation = models.OneToOneField(
        "consultations.ConsultationPage",
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    sealed = models.TextField(blank=True)
    is_settled = models.BooleanField(default=False)
    is_added_up = models.BooleanField(default=False)

    wagtail_reference_index_ignore = True

    def __str__(self):
        return f"What waits for {self.consultation_id}"
