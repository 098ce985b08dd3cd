from django.db import models
from django.db.models import Q

from consultations.responses.enums import Capacity, Office, PersonKnows, Publish, Relationship, Way

from .places import PlacedModel


class ResponseDraft(models.Model):
    """A basket: what somebody has written and not sent. It is in no count.

    The browser's cookie holds the key; only its hash is kept here. The key's hash is also the
    idempotency key of the response it becomes. `begun_at` is the moment of its first words, which
    decides whether it may still be sent just after closing. `sections` are the ids of those chosen
    to be answered in turn; `signs` names what looked like a machine.
    """

    key_hash = models.CharField(max_length=64, unique=True)
    consultation = models.ForeignKey(
        "consultations.ConsultationPage", on_delete=models.CASCADE, related_name="+"
    )
    capacity = models.CharField(max_length=20, choices=Capacity, blank=True)
    organisation_name = models.CharField(max_length=200, blank=True)
    relationship = models.CharField(max_length=20, choices=Relationship, blank=True)
    person_knows = models.CharField(max_length=20, choices=PersonKnows, blank=True)
    office = models.CharField(max_length=20, choices=Office, blank=True)
    # Kept here alone, so that no name and no address gets in; no response says so.
    is_under_13 = models.BooleanField(default=False)
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    publish = models.CharField(max_length=20, choices=Publish, blank=True)
    # What a group says about itself, see `domain.groups`; empty for a person.
    about_group = models.JSONField(default=dict)
    remind_to = models.EmailField(blank=True)
    way = models.CharField(max_length=20, choices=Way, blank=True)
    sections = models.JSONField(default=list)
    signs = models.CharField(max_length=80, blank=True)
    started_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(is_under_13=False)
                | Q(name="", email="", remind_to="") & ~Q(publish=Publish.WITH_NAME),
                name="basket_of_a_child_has_no_details",
            )
        ]

    def __str__(self):
        return f"Basket of {self.started_at:%d %b %Y %H:%M}"

    @property
    def is_complete(self):
        return bool(self.capacity and self.publish)


class BasketKey(models.Model):
    """Another key to the same basket: a code on paper, or the cookie of a second browser.

    When the basket is sent its keys go over to the response, so that every browser that held the
    basket finds its receipt.
    """

    key_hash = models.CharField(max_length=64, unique=True)
    basket = models.ForeignKey(
        ResponseDraft, null=True, blank=True, on_delete=models.CASCADE, related_name="other_keys"
    )
    response = models.ForeignKey(
        "responses.Response",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="basket_keys",
    )
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(basket__isnull=False) ^ Q(response__isnull=False),
                name="basket_key_opens_one_thing",
            )
        ]

    def __str__(self):
        return f"Another key, of {self.made_at:%d %b %Y}"


class DraftComment(PlacedModel):
    """One comment in a basket: its answers by question key, and how often they were saved."""

    basket = models.ForeignKey(ResponseDraft, on_delete=models.CASCADE, related_name="comments")
    questionnaire_version = models.ForeignKey(
        "responses.QuestionnaireVersion", on_delete=models.PROTECT
    )
    place = models.CharField(max_length=40)
    answers = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)

    class Meta(PlacedModel.Meta):
        ordering = ["pk"]
        constraints = [
            *PlacedModel.Meta.constraints,
            models.UniqueConstraint("basket", "place", name="draft_comment_once_a_place"),
        ]

    def __str__(self):
        return self.place
