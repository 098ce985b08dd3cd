from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from toolkit.enums import (
    Audience,
    Conflict,
    Evidence,
    Mode,
    PrincipleStage,
    Purpose,
    SetUpAs,
    StandsAlone,
)

from .fields import SeveralField


class MethodReach(models.Model):
    """What a method is for, whom it hears and whom it misses, and what it can bear."""

    stages = SeveralField("stages of engagement", choices_from=PrincipleStage)
    purposes = SeveralField("good when we want to", choices_from=Purpose)
    evidence = SeveralField("what it gives", choices_from=Evidence)
    modes = SeveralField("how people take part", choices_from=Mode)
    conflict = models.PositiveSmallIntegerField(
        "disagreement it can bear", choices=Conflict, default=Conflict.SOME
    )
    needs_safeguarding = models.BooleanField(
        "needs a safeguarding plan",
        default=False,
        help_text="Where children or adults at risk may say that they are being harmed.",
    )
    reaches = SeveralField("hears well", choices_from=Audience)
    misses = SeveralField("often misses", choices_from=Audience)
    works_well_for = models.TextField(
        blank=True, help_text="When to choose it, and whom it reaches."
    )
    often_misses = models.TextField("whom it often misses", blank=True)
    adjustment = models.TextField("what to do about that", blank=True)
    stands_alone = models.CharField(
        "can stand alone", max_length=4, choices=StandsAlone, default=StandsAlone.NO
    )
    stands_alone_why = models.TextField("why", blank=True)
    set_up_as = models.CharField(
        "this site makes of it",
        max_length=10,
        choices=SetUpAs,
        default=SetUpAs.NOTHING,
        help_text="When an engagement plan is set up.",
    )

    reach_panels = [
        MultiFieldPanel(
            [
                FieldPanel("stages"),
                FieldPanel("purposes"),
                FieldPanel("evidence"),
                FieldPanel("modes"),
                FieldPanel("conflict"),
                FieldPanel("needs_safeguarding"),
            ],
            "What it is for",
        ),
        MultiFieldPanel(
            [
                FieldPanel("reaches"),
                FieldPanel("misses"),
                FieldPanel("works_well_for"),
                FieldPanel("often_misses"),
                FieldPanel("adjustment"),
            ],
            "Whom it reaches",
        ),
    ]

    class Meta:
        abstract = True
