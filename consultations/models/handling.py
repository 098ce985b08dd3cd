"""How answers are dealt with, and who has to be heard where something may be cut."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from consultations.enums import StakeholderKind

LATE = (
    "What is begun before closing and sent before 9am on the next working day counts like any "
    "other, and is marked as late. Nothing is taken after that."
)
DUPLICATES = (
    "You may answer more than once, for yourself and for a group, and each counts. Pressing "
    "“Send” twice by mistake sends one response, not two."
)
CAMPAIGNS = (
    "Every letter of a campaign counts as one response. Letters with the same words may be read "
    "together; what a person added to them is read by itself."
)
PETITIONS = "A petition counts as one response. Say in it how many people signed."
CHANNELS = (
    "Letters, e-mails, telephone calls and what is said at meetings count as much as what is "
    "written here. We enter them in the same form, with the same checks."
)


class Handling(models.Model):
    """The rules for counting, in public before it opens, and whom a cut would touch.

    The rules begin as what this software does; a council with others writes its own.
    """

    late_rule = models.TextField("late answers", blank=True, default=LATE)
    duplicate_rule = models.TextField("answers sent twice", blank=True, default=DUPLICATES)
    campaign_rule = models.TextField("letters of a campaign", blank=True, default=CAMPAIGNS)
    petition_rule = models.TextField("petitions", blank=True, default=PETITIONS)
    channel_rule = models.TextField("answers on paper or by word", blank=True, default=CHANNELS)
    may_cut = models.BooleanField(
        "a service or its funding may be cut or end",
        default=False,
        help_text="Then those it touches are named below, and they have three months’ notice.",
    )
    cut_on = models.DateField(
        "earliest day of a cut",
        null=True,
        blank=True,
        help_text="Three months after the decision, or later. It is shown.",
    )

    rule_names = [
        f"{about}_rule" for about in ("late", "duplicate", "campaign", "petition", "channel")
    ]
    handling_panels = [
        MultiFieldPanel(
            [FieldPanel(name) for name in rule_names],
            "How answers are counted",
            help_text="Shown before it opens. Write what you will do.",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("may_cut"), FieldPanel("cut_on")]),
                InlinePanel(
                    "stakeholders",
                    label="stakeholder",
                    help_text="Who is asked to take part, and how they are told. Shown.",
                ),
            ],
            "Whom it touches",
        ),
    ]

    class Meta:
        abstract = True

    @property
    def counting_rules(self):
        """(what it is about, the rule) for each rule that is written."""
        rules = ((name, getattr(self, name).strip()) for name in self.rule_names)
        return [(self._meta.get_field(name).verbose_name, rule) for name, rule in rules if rule]


class Stakeholder(Orderable):
    """People or bodies who are asked to take part, by the reason for which they have to be."""

    consultation = ParentalKey(
        "consultations.ConsultationPage", on_delete=models.CASCADE, related_name="stakeholders"
    )
    kind = models.CharField("they are", max_length=20, choices=StakeholderKind)
    who = models.CharField(
        max_length=200, help_text="Such as “families who use the Saturday club, by letter”."
    )

    panels = [FieldPanel("kind"), FieldPanel("who")]

    class Meta(Orderable.Meta):
        verbose_name = "stakeholder"

    def __str__(self):
        return self.who
