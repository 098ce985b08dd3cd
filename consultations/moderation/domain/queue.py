"""Which comments a person on the Board may see and decide on."""

from collections import Counter

from django.db.models import Count, Exists, OuterRef, Q

from consultations.moderation.domain.readers import Reader
from consultations.moderation.enums import (
    CLOSED_STATUSES,
    KINDS_OF,
    OF_TWO_PEOPLE,
    OPEN_STATUSES,
    ReviewStatus,
)
from consultations.moderation.models import Flag, ModerationDecision, Review
from consultations.responses.models import Comment

NOTHING = "none"  # asked of the screening: comments in which it found nothing
# Other people's proposals first, then what is due soonest.
ORDER = ("status", "due_at", "received_at", "pk")


def visible_to(user, *, now=None, reader=None):
    """Reviews this person may see: of their groups' tasks, and never of an organisation they have
    to do with or where they stepped back. Nothing without a seat in its term and the undertaking.

    The only way views get at a review. Superusers are not above the rule about organisations.
    `reader` is for a page that asks more than once, and knows who reads.
    """
    reader = reader or Reader(user, now=now)
    theirs = Comment.objects.filter(response__organisation__in=reader.organisations)
    return (
        Review.objects.filter(reader.is_of_their_tasks)
        .exclude(status__in=CLOSED_STATUSES)
        .exclude(comment__in=theirs.order_by().values("pk"))
        .exclude(pk__in=reader.stepped_back_from)
    )


def waiting_for(user, *, now=None, everybody=False, reader=None):
    """What this person can do something about: unread comments, and others' proposals to hold.

    Without what lies on somebody else's pile, unless `everybody`.
    """
    found = (
        visible_to(user, now=now, reader=reader)
        .filter(status__in=OPEN_STATUSES)
        .exclude(status=ReviewStatus.HOLD_PROPOSED, pk__in=_proposed_by(user))
    )
    if everybody:
        return found
    return found.filter(Q(status=ReviewStatus.HOLD_PROPOSED) | on_pile_of(user))


def _proposed_by(user):
    """What they proposed to hold themselves and nobody has confirmed."""
    own = ModerationDecision.objects.filter(by=user, kind__in=OF_TWO_PEOPLE, second_by__isnull=True)
    return own.order_by().values("review")


def on_pile_of(user):
    """What was given to this person, and what was given to nobody."""
    return Q(assigned_to__isnull=True) | Q(assigned_to=user)


def to_read_first(reviews):
    """Those of responses that look as if a machine had sent them. They count like all others."""
    return reviews.filter(is_marked=True)


def count_waiting(reader, *, due_by, consultation=None):
    """How many comments wait for this person, here or everywhere, in two queries: those `waiting`
    unread, those of them that are `due` by then or `marked` as if a machine had sent them, and
    other people's `proposed` to hold.

    All of their tasks, counted in one index, less those that are kept from them, which are few:
    looking at each of 20,000 took 20 ms (measured).
    """
    here = reader.is_of_their_tasks & Q(status__in=OPEN_STATUSES)
    if consultation:
        here &= Q(consultation=consultation)
    kept = reader.of_their_organisations.union(
        reader.stepped_back_from, _proposed_by(reader.user), all=True
    )
    all_of_it = _counted(Review.objects.filter(here), reader.user, due_by)
    # What is asked inside of the count does not tempt SQLite to begin with all that wait.
    kept_from_them = _counted(Review.objects.filter(pk__in=kept), reader.user, due_by, which=here)
    all_of_it.subtract(kept_from_them)
    return all_of_it


def _counted(reviews, user, due_by, *, which=None):
    """A Counter of what `count_waiting` names, from one row for each pile in the index's order."""
    which = which or Q()
    piles = (
        reviews.order_by()
        .values_list("status", "task", "assigned_to")
        .annotate(
            n=Count("pk", filter=which or None),
            due=Count("pk", filter=which & Q(due_at__lte=due_by)),
            marked=Count("pk", filter=which & Q(is_marked=True)),
        )
    )
    found = Counter()
    for status, _, holder, n, due, marked in piles:
        if status == ReviewStatus.HOLD_PROPOSED:
            found.update(proposed=n)
        elif status == ReviewStatus.WAITING and holder in (None, user.pk):
            found.update(waiting=n, due=due, marked=marked)
    return found


def narrowed(reviews, *, consultation=None, concern="", due_by=None, marked=False):
    """These reviews of one consultation, in which this was found, or that are due by then.

    `concern` is a value of `Concern`, or "none" for those in which nothing was found.
    """
    if consultation:
        reviews = reviews.filter(consultation=consultation)
    flags = Flag.objects.filter(review=OuterRef("pk"))
    if concern == NOTHING:
        reviews = reviews.filter(~Exists(flags))
    elif concern:
        reviews = reviews.filter(Exists(flags.filter(kind__in=KINDS_OF[concern])))
    if due_by:
        reviews = reviews.filter(due_at__lte=due_by)
    return to_read_first(reviews) if marked else reviews
