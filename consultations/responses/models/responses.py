from django.conf import settings
from django.db import models
from django.db.models import Q

from consultations.responses.enums import (
    Capacity,
    Channel,
    Office,
    PersonKnows,
    Publish,
    Relationship,
)

from .places import PlacedModel


class ResponseQuerySet(models.QuerySet):
    def counted(self):
        return self.filter(withdrawn_at__isnull=True, not_a_response_at__isnull=True)


class Response(models.Model):
    """Everything one person or group sent at once. What was written is never changed.

    `reference` is for quoting; access needs the code, of which only the hash is kept.
    `idempotency_key` makes one send one response however often it arrives. `is_late` marks what was
    begun in time and sent after closing; it counts like any other. `signs` names what looked like a
    machine, so that the Board reads it first.
    """

    consultation = models.ForeignKey(
        "consultations.ConsultationPage", on_delete=models.PROTECT, related_name="+"
    )
    reference = models.CharField(max_length=12, unique=True)
    idempotency_key = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=64)
    capacity = models.CharField(max_length=20, choices=Capacity)
    channel = models.CharField(max_length=20, choices=Channel, default=Channel.WEB)
    organisation = models.ForeignKey(
        "people.Organisation", null=True, blank=True, on_delete=models.PROTECT
    )
    # Of somebody elected, who is counted apart from residents.
    office = models.CharField(max_length=20, choices=Office, blank=True)
    # Of whoever answers for somebody else; shown to nobody but them.
    relationship = models.CharField(max_length=20, choices=Relationship, blank=True)
    person_knows = models.CharField(max_length=20, choices=PersonKnows, blank=True)
    publish = models.CharField(max_length=20, choices=Publish)
    # The group's name waits until coding is frozen; `domain.naming` says who sees it before.
    funder_safe = models.BooleanField(default=False)
    # How many people took part in what this records. It counts as one response all the same.
    headcount = models.PositiveIntegerField(null=True, blank=True)
    received_at = models.DateTimeField()
    is_late = models.BooleanField(default=False)
    signs = models.CharField(max_length=80, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    not_a_response_at = models.DateTimeField(null=True, blank=True)
    name_hidden_at = models.DateTimeField(null=True, blank=True)

    objects = ResponseQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at"]
        permissions = [
            ("see_names", "Can see the name of a group that waits until coding is frozen"),
        ]
        indexes = [
            models.Index(fields=["consultation", "received_at"]),
            models.Index("received_at", condition=~Q(signs=""), name="response_to_look_at"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(capacity=Capacity.GROUP) | Q(organisation__isnull=False),
                name="response_of_a_group_names_it",
            ),
            models.CheckConstraint(
                condition=Q(capacity=Capacity.COUNCILLOR) ^ Q(office=""),
                name="response_of_a_councillor_names_the_office",
            ),
            models.CheckConstraint(
                condition=Q(capacity=Capacity.ON_BEHALF) & ~Q(relationship="") & ~Q(person_knows="")
                | ~Q(capacity=Capacity.ON_BEHALF) & Q(relationship="", person_knows=""),
                name="response_for_somebody_says_how",
            ),
            models.CheckConstraint(
                condition=~Q(capacity=Capacity.ON_BEHALF) | ~Q(publish=Publish.WITH_NAME),
                name="response_for_somebody_has_no_name",
            ),
        ]

    def __str__(self):
        return self.reference


class Respondent(models.Model):
    """Contact details, kept apart from what was said and deleted long before it.

    `user` is the account its author was signed in to; it goes with the details.
    """

    response = models.OneToOneField(Response, on_delete=models.CASCADE, related_name="respondent")
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    def __str__(self):
        return f"Contact details of {self.response_id}"


class CommentQuerySet(models.QuerySet):
    def counted(self):
        """Not replaced by a later one, and of a response that counts."""
        return self.filter(
            replaced_by__isnull=True,
            response__withdrawn_at__isnull=True,
            response__not_a_response_at__isnull=True,
        )


class Comment(PlacedModel):
    """What one response says at one place, with the words it was about."""

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="comments")
    questionnaire_version = models.ForeignKey(
        "responses.QuestionnaireVersion", on_delete=models.PROTECT
    )
    position = models.PositiveSmallIntegerField()
    quoted_text = models.TextField(blank=True)
    replaces = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by"
    )

    objects = CommentQuerySet.as_manager()

    class Meta(PlacedModel.Meta):
        ordering = ["response", "position"]
        constraints = [
            *PlacedModel.Meta.constraints,
            models.UniqueConstraint("response", "position", name="comment_position_once"),
        ]

    def __str__(self):
        return f"Comment {self.position} of {self.response.reference}"


class Answer(models.Model):
    """One value for one question in a comment, as it was sent."""

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="answers")
    question = models.ForeignKey("responses.Question", on_delete=models.PROTECT)
    value = models.TextField()

    class Meta:
        ordering = ["comment", "question__position"]
        constraints = [
            models.UniqueConstraint("comment", "question", name="answer_once_a_question"),
        ]

    def __str__(self):
        return f"Answer to question {self.question_id} in comment {self.comment_id}"


class AnswerChoice(models.Model):
    """One option picked in an answer, so that options are counted by the database.

    Written with the answer in the send's transaction. `row` is the thing judged in a matrix;
    `rank` counts from 1 where people put what they picked in order.
    """

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="choices")
    row = models.CharField(max_length=40, blank=True)
    option = models.CharField(max_length=40)
    rank = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ["answer", "pk"]
        constraints = [
            models.UniqueConstraint("answer", "row", "option", name="option_once_an_answer"),
        ]

    def __str__(self):
        return f"{self.option} in answer {self.answer_id}"
