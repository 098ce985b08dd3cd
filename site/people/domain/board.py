"""Who sits on the Board today, and for whom."""

from django.utils import timezone

from people.models import BoardMembership


def organisations_of(user, *, now=None):
    """The ids of the organisations this person sits on the Board for, today in London."""
    day = timezone.localdate(now or timezone.now())
    return set(
        BoardMembership.objects.in_term(day)
        .filter(user=user, organisation__isnull=False)
        .values_list("organisation_id", flat=True)
    )
