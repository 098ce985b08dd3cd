from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from calendars.working_days import add_working_days

NOTICE = 25  # working days before the poll by which its notice has to be published


class ElectionQuerySet(models.QuerySet):
    def around(self, day):
        """Elections in whose quiet time this day lies, in the order of their polls."""
        return [each for each in self.filter(polling_day__gte=day) if each.quiet_from <= day]


class Election(models.Model):
    """A poll, before which the council publishes nothing that could sway it.

    Local Government Act 1986, section 2, and the government's code of practice on publicity. Where
    `begins_on` is empty the time is reckoned from the last day for the notice of election.
    """

    name = models.CharField(max_length=120, help_text="For example “Local elections”.")
    polling_day = models.DateField()
    begins_on = models.DateField(
        "quiet time begins on",
        null=True,
        blank=True,
        help_text="The day the notice of election is published. Left empty, 25 working days "
        "before polling day.",
    )

    objects = ElectionQuerySet.as_manager()

    class Meta:
        ordering = ["polling_day"]
        constraints = [
            models.CheckConstraint(
                condition=Q(begins_on__isnull=True) | Q(begins_on__lte=models.F("polling_day")),
                name="election_begins_before_its_poll",
            )
        ]

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        if self.begins_on and self.polling_day and self.begins_on > self.polling_day:
            raise ValidationError({"begins_on": "Choose a day before polling day."})

    @property
    def quiet_from(self):
        return self.begins_on or add_working_days(self.polling_day, -NOTICE)
