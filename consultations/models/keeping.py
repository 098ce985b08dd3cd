"""For how long what people gave with a response is kept, where the council may say so."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

A_YEAR = 366
TOLD = ("keep_unsent_days", "keep_contacts_days")


class Keeping(models.Model):
    """The first two are told to respondents where they write, so that they only ever get shorter
    in public. What is published stays.
    """

    keep_unsent_days = models.PositiveSmallIntegerField(
        "unsent responses, days after closing",
        default=30,
        validators=[MinValueValidator(7), MaxValueValidator(A_YEAR)],
        help_text="What was begun and never sent, with its files. Never sooner than a week.",
    )
    keep_contacts_days = models.PositiveSmallIntegerField(
        "contact details, days after the outcome",
        default=90,
        validators=[MinValueValidator(28), MaxValueValidator(A_YEAR)],
        help_text="E-mail addresses and names that are not shown. Appeals need four weeks.",
    )
    keep_equality_months = models.PositiveSmallIntegerField(
        "equality records, months after closing",
        default=6,
        validators=[MinValueValidator(1), MaxValueValidator(24)],
        help_text="After that only their numbers are left.",
    )

    keeping_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("keep_unsent_days"), FieldPanel("keep_contacts_days")]),
                FieldPanel("keep_equality_months"),
            ],
            "How long it is kept",
            help_text="Deleted every night once its time is over.",
        ),
    ]

    class Meta:
        abstract = True

    def keep_as_told(self, before):
        """Take the shorter of now and `before`: an older revision may bring back a longer one."""
        for name in TOLD:
            setattr(self, name, min(getattr(self, name), getattr(before, name)))

    def clean(self):
        super().clean()
        told = type(self).objects.filter(pk=self.pk, live=True).values(*TOLD).first() or {}
        longer = {
            name: f"People who wrote were told {days} days. It may be made shorter, not longer."
            for name, days in told.items()
            if getattr(self, name) is not None and getattr(self, name) > days
        }
        if longer:
            raise ValidationError(longer)
