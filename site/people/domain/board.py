"""Who sits on the Board today, and for whom."""

from django.utils import timezone

from people.models import BoardMembership


def organisations_of(user, *, now=None):
    """The organisations this person sits on the Board for today in London, as a subquery of ids."""
    day = timezone.localdate(now or timezone.now())
    return (
        BoardMembership.objects.in_term(day)
        .filter(user=user, organisation__isnull=False)
        .order_by()
        .values("organisation")
    )


def sits_on_the_board(user, *, now=None):
    day = timezone.localdate(now or timezone.now())
    return BoardMembership.objects.in_term(day).filter(user=user).exists()
