"""Which comments a person on the Board may see and decide on."""

from django.db.models import Exists, OuterRef, Q

from consultations.moderation.enums import (
    CLOSED_STATUSES,
    KINDS_OF,
    OF_TWO_PEOPLE,
    OPEN_STATUSES,
    ReviewStatus,
)
from consultations.moderation.models import (
    BoardReviewTask,
    Flag,
    ModerationDecision,
    Recusal,
    Review,
)
from consultations.responses.models import Comment, Response
from people.domain.board import organisations_of, seats_that_may_read

PERMISSION = "moderation.decide_review"
NOTHING = "none"  # asked of the screening: comments in which it found nothing
# Other people's proposals first, then what is due soonest.
ORDER = ("status", "due_at", "received_at", "pk")


def visible_to(user, *, now=None):
    """Reviews this person may see: of their groups' tasks, and never of an organisation they have
    to do with or where they stepped back. Nothing without a seat in its term and the undertaking.

    The only way views get at a review. Superusers are not above the rule about organisations.
    """
    return (
        _of_their_tasks(user, now)
        .exclude(status__in=CLOSED_STATUSES)
        .exclude(comment__in=_of_their_organisations(user, now))
        .exclude(pk__in=Recusal.objects.filter(user=user).values("review"))
    )


def _of_their_tasks(user, now):
    if not user.has_perm(PERMISSION):
        return Review.objects.none()
    if user.is_superuser:
        return Review.objects.all()
    tasks = BoardReviewTask.objects.filter(groups__user=user).values("pk")
    return Review.objects.filter(
        Q(task__in=tasks) | Q(task__isnull=True), Exists(seats_that_may_read(user, now=now))
    )


def _of_their_organisations(user, now):
    mine = organisations_of(user, now=now)
    return Comment.objects.filter(response__organisation__in=mine).order_by().values("pk")


def waiting_for(user, *, now=None, everybody=False):
    """What this person can do something about: unread comments, and others' proposals to hold.

    Without what lies on somebody else's pile, unless `everybody`.
    """
    own = ModerationDecision.objects.filter(by=user, kind__in=OF_TWO_PEOPLE, second_by__isnull=True)
    found = (
        visible_to(user, now=now)
        .filter(status__in=OPEN_STATUSES)
        .exclude(status=ReviewStatus.HOLD_PROPOSED, decisions__in=own)
    )
    if everybody:
        return found
    return found.filter(Q(status=ReviewStatus.HOLD_PROPOSED) | on_pile_of(user))


def on_pile_of(user):
    """What was given to this person, and what was given to nobody."""
    return Q(assigned_to__isnull=True) | Q(assigned_to=user)


def to_read_first(reviews):
    """Those of responses that look as if a machine had sent them. They count like all others."""
    marked = Response.objects.exclude(signs="").values("pk")
    return reviews.filter(comment__in=Comment.objects.filter(response__in=marked).values("pk"))


def count_unread(user, *, consultation=None, now=None):
    """How many unread comments wait for this person, here or everywhere.

    All of their tasks, counted in an index, less those of their own organisations: looking at
    each of 20,000 took 20 ms (measured).
    """
    unread = _of_their_tasks(user, now).filter(on_pile_of(user), status=ReviewStatus.WAITING)
    if consultation:
        unread = unread.filter(consultation=consultation)
    return unread.count() - unread.filter(pk__in=_not_theirs(user, now)).count()


def _not_theirs(user, now):
    """The few they have to do with or stepped back from, as ids found from their own side."""
    own = Review.objects.filter(comment__response__organisation__in=organisations_of(user, now=now))
    stepped_back = Recusal.objects.filter(user=user).values("review")
    return own.order_by().values("pk").union(stepped_back.order_by(), all=True)


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
