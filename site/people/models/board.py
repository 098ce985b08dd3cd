from django.conf import settings
from django.db import models
from django.db.models import Q

from people.enums import InterestKind


class BoardMembershipQuerySet(models.QuerySet):
    def in_term(self, day):
        return self.filter(Q(starts_on__lte=day), Q(ends_on__isnull=True) | Q(ends_on__gte=day))


class BoardMembership(models.Model):
    """A seat on the Community Involvement Board, for a term, for an organisation or none.

    A member never decides on a response of the organisation they sit for.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="board_memberships"
    )
    seat = models.CharField(max_length=120, help_text="For example “Faith groups”.")
    organisation = models.ForeignKey(
        "people.Organisation", null=True, blank=True, on_delete=models.PROTECT
    )
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True, help_text="The last day of the term.")
    undertaking_signed_on = models.DateField(null=True, blank=True)

    objects = BoardMembershipQuerySet.as_manager()

    class Meta:
        ordering = ["seat"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("starts_on")),
                name="board_term_ends_after_it_starts",
            )
        ]

    def __str__(self):
        return f"{self.user}, {self.seat}"


class Interest(models.Model):
    """What ties somebody on the Board to an organisation, as they declared it. It is never deleted
    by ending: a tie that is over keeps its row and its dates.

    Whoever has one never decides on a response of that organisation.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="interests"
    )
    organisation = models.ForeignKey("people.Organisation", on_delete=models.PROTECT)
    kind = models.CharField(max_length=20, choices=InterestKind)
    note = models.CharField(
        max_length=200, blank=True, help_text="What others should know, such as since when."
    )
    declared_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True, help_text="The last day it held.")

    class Meta:
        ordering = ["user", "organisation"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=models.F("declared_on")),
                name="interest_ends_after_it_was_declared",
                violation_error_message="It cannot have ended before it was declared.",
            )
        ]

    def __str__(self):
        return f"{self.user}: {self.organisation}"
