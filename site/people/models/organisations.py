from django.db import models
from django.db.models.functions import Lower


class Organisation(models.Model):
    """A body that may respond, be represented on the Board, or book places.

    `org_id` follows org-id.guide (`GB-CHC-` and a charity number, `GB-COH-` and a company number);
    empty means an unregistered group.
    """

    class Kind(models.TextChoices):
        VOLUNTARY = "voluntary", "Voluntary or community organisation"
        FORUM = "forum", "Community Forum"
        FAITH = "faith", "Faith group"
        PUBLIC = "public", "Public body"
        BUSINESS = "business", "Business"
        UNKNOWN = "unknown", "Not yet known"

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.UNKNOWN)
    org_id = models.CharField("org-id", max_length=40, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="organisation_name_unique_in_any_case"),
            models.UniqueConstraint(
                "org_id", condition=~models.Q(org_id=""), name="organisation_org_id_unique"
            ),
        ]

    def __str__(self):
        return self.name
