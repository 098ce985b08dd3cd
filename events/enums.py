from django.db import models


class EventKind(models.TextChoices):
    TRAINING = "training", "Training"
    FORUM = "forum", "Community Forum"
    DROP_IN = "drop-in", "Drop-in"
    MEETING = "meeting", "Meeting"
    NETWORKING = "networking", "Networking"


class Audience(models.TextChoices):
    """Whom an event is open to, as lists filter by it."""

    ANYONE = "anyone", "Anyone"
    GROUPS = "groups", "Voluntary, community and faith groups"
    OFFICERS = "officers", "Council officers"
    PARTNERS = "partners", "Groups and public bodies together"
    YOUNG = "young", "Young people"


class Repeats(models.TextChoices):
    """How a series goes on; its exceptions are said day by day."""

    WEEKLY = "weekly", "Every week"
    FORTNIGHTLY = "fortnightly", "Every two weeks"
    MONTHLY = "monthly", "Every month, on the same weekday (such as the second Tuesday)"


class EventStatus(models.TextChoices):
    """Whether an event goes ahead; the words are those of its tag."""

    SCHEDULED = "scheduled", "Going ahead"
    RESCHEDULED = "rescheduled", "New date"
    POSTPONED = "postponed", "Postponed"
    CANCELLED = "cancelled", "Cancelled"

    @classmethod
    def going_ahead(cls):
        return (cls.SCHEDULED, cls.RESCHEDULED)


class When(models.TextChoices):
    """The part of the list that a session is in: always exactly one."""

    TODAY = "today", "Today"
    WEEK = "week", "This week"
    COMING = "coming", "Coming"
    PAST = "past", "Past"


class Progress(models.TextChoices):
    """How far an event has got, by the clock alone."""

    BEFORE = "before", "To come"
    DURING = "during", "On now"
    AFTER = "after", "Over"


class BookingStatus(models.TextChoices):
    """How one booking stands; the words are those of its page and of the registers."""

    BOOKED = "booked", "Booked"
    WAITING = "waiting", "On the waiting list"
    OFFERED = "offered", "Offered a place"
    LAPSED = "lapsed", "Offer passed on"
    CANCELLED = "cancelled", "Cancelled"

    @classmethod
    def holding(cls):
        """Those whose places nobody else can have."""
        return (cls.BOOKED, cls.OFFERED)

    @classmethod
    def current(cls):
        return (cls.BOOKED, cls.OFFERED, cls.WAITING)


class BookingChannel(models.TextChoices):
    WEB = "web", "On this site"
    PHONE = "phone", "By telephone"
    EMAIL = "email", "By e-mail"
    DESK = "desk", "At the desk"
    DOOR = "door", "At the door"

    @classmethod
    def taken(cls):
        """Those of bookings that an editor takes down for somebody."""
        return (cls.PHONE, cls.EMAIL, cls.DESK)


class Quota(models.TextChoices):
    """Who may have only some of the places; the words end a sentence."""

    PEOPLE = "people", "people who book for themselves"
    ORGANISATIONS = "organisations", "groups and organisations"


class BookingState(models.TextChoices):
    """Whether a session can be booked at this moment."""

    NOT_HERE = "not-here", "Not booked on this site"
    NOT_YET = "not-yet", "Booking has not opened yet"
    OPEN = "open", "Open for booking"
    CLOSED = "closed", "Booking has closed"
    OFF = "off", "Called off"


class News(models.TextChoices):
    """What a letter tells somebody about their booking."""

    BOOKED = "booked", "You have a place"
    WAITING = "waiting", "You are on the waiting list"
    OFFERED = "offered", "A place is free for you"
    LAPSED = "lapsed", "The place was passed on"
    CANCELLED = "cancelled", "Your booking is cancelled"
    CALLED_OFF = "called-off", "It is called off"
    TAKEN_OVER = "taken-over", "A place was passed on to you"
    REMINDER = "reminder", "It is soon"
    EVALUATION = "evaluation", "How was it?"


class Asked(models.TextChoices):
    BOOKING = "booking", "When somebody books"
    AFTERWARDS = "afterwards", "Afterwards, of those who came"


class QuestionKind(models.TextChoices):
    LINE = "line", "A few words"
    TEXT = "text", "Some sentences"
    CHOICE = "choice", "One of several answers"
    YES_NO = "yes-no", "Yes or no"
    SCALE = "scale", "From 1 (poor) to 5 (very good)"
