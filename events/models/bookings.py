from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from events.enums import BookingChannel, BookingStatus


class BookingQuerySet(models.QuerySet):
    def current(self):
        return self.filter(status__in=BookingStatus.current())

    def booked_ahead(self):
        """Without those who came without a booking: they take the seats of those who did not."""
        return self.exclude(channel=BookingChannel.DOOR)

    def in_line(self):
        """The waiting list; keys are given under the session's lock, so they tell who was first."""
        return self.filter(status=BookingStatus.WAITING).order_by("pk")


class Booking(models.Model):
    """One or several places at one session, for a person or an organisation.

    `reference` is for quoting; access needs the code, of which only the hash is kept, or a mailed
    link. `key_hash` makes one form one booking however often it is sent. `attended` is how many
    came: none yet marked, or 0 for a no-show. Once `forgotten_at` is set, nothing in the row says
    who it was; numbers and the organisation stay for the year's figures.
    """

    session = models.ForeignKey(
        "events.EventSession", on_delete=models.PROTECT, related_name="bookings"
    )
    reference = models.CharField(max_length=12, unique=True)
    key_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=64)
    status = models.CharField(max_length=20, choices=BookingStatus)
    channel = models.CharField(max_length=20, choices=BookingChannel, default=BookingChannel.WEB)
    places = models.PositiveSmallIntegerField(default=1, validators=[MinValueValidator(1)])
    organisation = models.ForeignKey(
        "people.Organisation", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="bookings",
    )
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField("e-mail", blank=True)
    phone = models.CharField(max_length=40, blank=True)
    others = models.TextField("who else comes", blank=True)
    together = models.UUIDField(
        "booked together with", null=True, blank=True, db_index=True, editable=False
    )
    made_at = models.DateTimeField("made")
    booked_at = models.DateTimeField("has had a place since", null=True, blank=True)
    offered_until = models.DateTimeField("held until", null=True, blank=True)
    cancelled_at = models.DateTimeField("cancelled", null=True, blank=True)
    told_off_at = models.DateTimeField("told that it is called off", null=True, blank=True)
    reminded_for = models.DateTimeField("reminded of the start at", null=True, blank=True)
    asked_at = models.DateTimeField("asked how it was", null=True, blank=True)
    has_evaluated = models.BooleanField("said how it was", default=False)
    attended = models.PositiveSmallIntegerField("came", null=True, blank=True)
    forgotten_at = models.DateTimeField("details deleted", null=True, blank=True)

    objects = BookingQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["session", "status"], name="booking_of_session")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=BookingStatus.values), name="booking_status"
            ),
            models.CheckConstraint(condition=Q(places__gte=1), name="booking_of_a_place"),
            models.CheckConstraint(
                condition=Q(attended__isnull=True) | Q(attended__lte=F("places")),
                name="booking_attended_by_those_booked",
            ),
            models.CheckConstraint(
                condition=Q(status=BookingStatus.OFFERED, offered_until__isnull=False)
                | (~Q(status=BookingStatus.OFFERED) & Q(offered_until__isnull=True)),
                name="booking_held_while_offered",
            ),
            models.CheckConstraint(
                condition=Q(status=BookingStatus.CANCELLED, cancelled_at__isnull=False)
                | (~Q(status=BookingStatus.CANCELLED) & Q(cancelled_at__isnull=True)),
                name="booking_cancelled_at_a_time",
            ),
        ]

    def __str__(self):
        return self.reference

    @property
    def event(self):
        return self.session.event

    @property
    def is_current(self):
        return self.status in BookingStatus.current()

    def names(self):
        """Everybody named: whoever booked, then the others."""
        lines = [" ".join(line.split()) for line in self.others.splitlines()]
        return [name for name in (self.name, *lines) if name]


class BookingNeeds(models.Model):
    """What somebody needs in order to take part: health data often, so a table of its own.

    It is in no list and no ordinary export, and is deleted a week after the event.
    """

    booking = models.OneToOneField(
        Booking, primary_key=True, on_delete=models.CASCADE, related_name="needs"
    )
    access = models.TextField("to take part", blank=True)
    diet = models.TextField("food", blank=True)

    class Meta:
        verbose_name_plural = "booking needs"

    def __str__(self):
        return f"Needs of {self.booking_id}"


class BookingAnswer(models.Model):
    """What a booking says to one of the editor's own questions, with the words that were asked."""

    booking = models.ForeignKey(Booking, on_delete=models.CASCADE, related_name="answers")
    question_key = models.UUIDField()
    label = models.CharField(max_length=200)
    value = models.TextField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["booking", "question_key"], name="booking_answer_once")
        ]

    def __str__(self):
        return self.label


class SpentBookingLink(models.Model):
    """A mailed link that was used: each opens a booking once. Only its hash is kept."""

    token_hash = models.CharField(max_length=64, unique=True)
    spent_at = models.DateTimeField()

    def __str__(self):
        return f"A link, used on {self.spent_at:%d %b %Y}"


class BookerMessage(models.Model):
    """What an editor wrote to everybody who had booked a session. `key_hash`: one form, once."""

    session = models.ForeignKey(
        "events.EventSession", on_delete=models.PROTECT, related_name="messages"
    )
    key_hash = models.CharField(max_length=64, unique=True)
    subject = models.CharField(max_length=150)
    body = models.TextField()
    includes_waiting = models.BooleanField(default=False)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    sent_at = models.DateTimeField()
    letters = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-sent_at"]

    def __str__(self):
        return self.subject
