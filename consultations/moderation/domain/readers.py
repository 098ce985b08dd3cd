"""What decides which comments a member of the Board may read."""

from functools import cached_property

from django.db.models import Exists, Q
from django.utils import timezone

from consultations.moderation.models import BoardReviewTask, Recusal, Review
from people.domain.board import organisations_of, seats_that_may_read

PERMISSION = "moderation.decide_review"
NO_ROW = Q(pk__in=[])


class Reader:
    """A member of the Board, with what they may read and what is kept from them.

    Everything is asked within the question about the comments. Superusers are not above the rule
    about organisations; everybody else needs a seat in its term and the undertaking.
    """

    def __init__(self, user, *, now=None):
        self.user = user
        self.now = now or timezone.now()

    @property
    def has_seat(self):
        """A condition on anything: that they have a seat, and have signed."""
        return Q(Exists(self._seats))

    @property
    def tasks(self):
        """The tasks of their groups, as ids."""
        return self._tasks.values("pk")

    @property
    def organisations(self):
        """Whose responses they never see, as ids."""
        return organisations_of(self.user, now=self.now)

    @property
    def is_of_their_tasks(self):
        """A condition on reviews, without the rule about organisations."""
        if not self.user.has_perm(PERMISSION):
            return NO_ROW
        if self.user.is_superuser:
            return Q()
        return (Q(task__in=self.tasks) | Q(task__isnull=True)) & self.has_seat

    @property
    def of_their_organisations(self):
        """The reviews of what those organisations said, as ids."""
        mine = Review.objects.filter(comment__response__organisation__in=self.organisations)
        return mine.order_by().values("pk")

    @property
    def stepped_back_from(self):
        """The reviews they stepped back from, as ids."""
        return Recusal.objects.filter(user=self.user).order_by().values("review")

    @property
    def _seats(self):
        return seats_that_may_read(self.user, now=self.now)

    @property
    def _tasks(self):
        return BoardReviewTask.objects.filter(groups__user=self.user).order_by()


class KnownReader(Reader):
    """The same, with what decides it asked once and by itself, when it is first needed.

    For pages that ask about comments often: putting the long question together took longer than
    asking it, a quarter of the desk's time (measured).
    """

    @cached_property
    def is_seated(self):
        return self._seats.exists()

    @property
    def has_seat(self):
        return Q() if self.is_seated else NO_ROW

    @cached_property
    def tasks(self):
        return list(self._tasks.values_list("pk", flat=True))

    @cached_property
    def organisations(self):
        found = super().organisations
        return sorted({row["organisation"] for row in found})
