"""Who sits on the Board today, for whom, with what ties, and who may read what people sent."""

from django.db import transaction
from django.utils import timezone

from people.domain.organisations import find_or_register
from people.models import BoardMembership, Interest
from records.domain.log import record


def organisations_of(user, *, now=None):
    """The organisations whose responses this person may not decide on today, as a subquery of ids:
    those they sit on the Board for, and those they declared an interest in.
    """
    day = timezone.localdate(now or timezone.now())
    seats = BoardMembership.objects.in_term(day).filter(user=user, organisation__isnull=False)
    interests = Interest.objects.filter(user=user).exclude(ended_on__lt=day)
    return (
        seats.order_by()
        .values("organisation")
        .union(interests.order_by().values("organisation"), all=True)
    )


def sits_on_the_board(user, *, now=None):
    day = timezone.localdate(now or timezone.now())
    return BoardMembership.objects.in_term(day).filter(user=user).exists()


def seats_that_may_read(user, *, now=None):
    """Seats in their term whose holder has signed the undertaking of confidentiality."""
    day = timezone.localdate(now or timezone.now())
    return BoardMembership.objects.in_term(day).filter(user=user, undertaking_signed_on__lte=day)


def why_not_to_read(user, *, now=None):
    """Why this person may not read what people sent, as a sentence; "" where they may.

    Those who run the whole site are not on the Board and read without a seat.
    """
    if user.is_superuser or seats_that_may_read(user, now=now).exists():
        return ""
    day = timezone.localdate(now or timezone.now())
    seats = BoardMembership.objects.filter(user=user)
    if seats.in_term(day).exists():
        return (
            "You have not signed the undertaking of confidentiality yet. Sign it, and ask the"
            " chair to enter the day under People, Board seats."
        )
    if seats.filter(starts_on__gt=day).exists():
        return "Your term on the Board has not begun. You can read from its first day."
    if seats.exists():
        return "Your term on the Board has ended, so you can no longer read what people sent."
    return "You have no seat on the Board. Ask the chair to enter it under People, Board seats."


@transaction.atomic
def declare_interest(*, user, organisation, kind, on, note=""):
    """Put a tie of one's own on record. From now on that organisation is not on their desk."""
    interest = Interest.objects.create(
        user=user, organisation=organisation, kind=kind, note=note, declared_on=on
    )
    record(
        action="interest.declared",
        subjects=[f"organisation:{organisation.pk}"],
        at=timezone.now(),
        by=user,
    )
    return interest


@transaction.atomic
def declare_interest_by_name(*, user, organisation, kind, on, note=""):
    """The same for an organisation by its name, whether or not one of that name is on record: who
    declares it need not learn which."""
    found = find_or_register(name=organisation)
    return declare_interest(user=user, organisation=found, kind=kind, on=on, note=note)
