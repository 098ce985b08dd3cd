"""Where a consultation comes from: who decides, what was asked before, and what it rests on."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils.text import slugify
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    PageChooserPanel,
)
from wagtail.models import Orderable

from consultations.enums import DecisionMakerKind

# A code of its own, or the field's "Enter a valid URL." would stand in its place.
ONLY_HTTPS = URLValidator(
    schemes=["https"], message="Give an address that begins with https://.", code="not_https"
)
# “3” for a section, “2.14” for a passage, or the id of a block.
PLACE = re.compile(r"\d{1,4}(\.\d{1,4})?|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ANCHOR_LENGTH = 60


class DecisionMaker(models.Model):
    """Who decides in the end, kept once and named by every consultation that leads to them."""

    name = models.CharField(max_length=160, help_text="As people will read it: “Cabinet”.")
    kind = models.CharField(
        max_length=20, choices=DecisionMakerKind, default=DecisionMakerKind.CABINET
    )
    decides = models.TextField(
        "what it decides",
        blank=True,
        help_text="In a sentence or two, for somebody who has never seen a meeting of it.",
    )
    link = models.URLField(
        blank=True,
        validators=[ONLY_HTTPS],
        help_text="Where its meetings and decisions are published.",
    )

    class Meta:
        ordering = ["name"]
        verbose_name = "decision-maker"
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="decision_maker_name_unique_in_any_case",
                violation_error_message="There is a decision-maker of this name already.",
            )
        ]

    def __str__(self):
        return self.name


class OriginsForm(WagtailAdminPageForm):
    def clean(self):
        """Refuse a consultation that builds on itself, which its row alone cannot know."""
        cleaned = super().clean()
        for row in self.formsets["builds_on"].forms if "builds_on" in self.formsets else ():
            earlier = row.cleaned_data.get("earlier") if row.is_valid() else None
            if earlier is not None and earlier.pk == self.instance.pk:
                row.add_error("earlier", "A consultation cannot build on itself.")
        return cleaned


class WithOrigins(models.Model):
    """The part of a consultation that says where it comes from and whom it concerns."""

    decision_maker = models.ForeignKey(
        DecisionMaker,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="consultations",
        verbose_name="decision-maker",
        help_text="Who decides. Others are added under Snippets → Decision-makers.",
    )
    areas = ParentalManyToManyField(
        "people.Area",
        blank=True,
        related_name="consultations",
        help_text="The parts of the borough it concerns. None means all of it.",
    )
    show_in_forward_plan = models.BooleanField(
        "show in the forward plan before it is published",
        default=False,
        help_text="Its title, its summary and the date it is expected to open become public; "
        "nothing else does. Once it is published it is in the forward plan by itself.",
    )

    base_form_class = OriginsForm
    area_panel = FieldPanel("areas", widget=forms.CheckboxSelectMultiple)
    origin_panels = [
        MultiFieldPanel(
            [
                InlinePanel(
                    "builds_on",
                    label="earlier exercise",
                    help_text="What people told you before, so that they need not say it again.",
                )
            ],
            "What was asked before",
        ),
        MultiFieldPanel(
            [
                InlinePanel(
                    "evidence",
                    label="paper",
                    help_text="What the draft rests on: surveys, reports, figures.",
                )
            ],
            "Evidence",
        ),
    ]

    class Meta:
        abstract = True

    @classmethod
    def from_serializable_data(cls, data, *args, **kwargs):
        """Read a revision, even one that names a decision-maker who was deleted since."""
        named = data.get("decision_maker")
        if named is not None and not DecisionMaker.objects.filter(pk=named).exists():
            data = {**data, "decision_maker": None}
        return super().from_serializable_data(data, *args, **kwargs)

    def give_addresses(self):
        """Give each paper that has none an anchor of its own, made from its title."""
        taken = set()
        for paper in self.evidence.get_object_list():
            wanted = paper.anchor or slugify(paper.title)[:ANCHOR_LENGTH].strip("-") or "paper"
            anchor, number = wanted, 1
            while anchor in taken:
                number += 1
                anchor = f"{wanted[: ANCHOR_LENGTH - 4]}-{number}"
            taken.add(anchor)
            paper.anchor = anchor

    def save_revision(self, *args, **kwargs):
        self.give_addresses()
        return super().save_revision(*args, **kwargs)


class EarlierExercise(Orderable):
    """Something people were asked before: a consultation of this site, or one held elsewhere."""

    consultation = ParentalKey(
        "consultations.ConsultationPage", on_delete=models.CASCADE, related_name="builds_on"
    )
    earlier = models.ForeignKey(
        "consultations.ConsultationPage",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="taken_up_in",
        verbose_name="consultation of this site",
    )
    title = models.CharField(
        max_length=200, blank=True, help_text="Only for one that was held elsewhere."
    )
    held_on = models.DateField(
        "date", null=True, blank=True, help_text="Only for one that was held elsewhere."
    )
    link = models.URLField(
        blank=True,
        validators=[ONLY_HTTPS],
        help_text="Only for one that was held elsewhere: where it can be read about.",
    )
    said = models.TextField("what people said", blank=True, help_text="One point a line.")
    came_of_it = models.TextField("what came of it", blank=True)

    panels = [
        PageChooserPanel("earlier", "consultations.ConsultationPage"),
        FieldRowPanel([FieldPanel("title"), FieldPanel("held_on")]),
        FieldPanel("link"),
        FieldPanel("said"),
        FieldPanel("came_of_it"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "earlier exercise"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(earlier__isnull=False, title="")
                | (models.Q(earlier__isnull=True) & ~models.Q(title="")),
                name="earlier_exercise_is_here_or_elsewhere",
                violation_error_message="Choose a consultation of this site, or give the title of "
                "one that was held elsewhere; not both.",
            ),
            models.CheckConstraint(
                condition=~models.Q(earlier=models.F("consultation")),
                name="earlier_exercise_is_another",
                violation_error_message="A consultation cannot build on itself.",
            ),
        ]

    def __str__(self):
        return self.title or str(self.earlier)

    def clean(self):
        super().clean()
        if self.earlier_id is None and self.title and not self.held_on:
            raise ValidationError({"held_on": "Say when it was held; about is good enough."})

    @property
    def said_points(self):
        return [line.strip() for line in self.said.splitlines() if line.strip()]


class Evidence(Orderable):
    """A background paper: what was found, by whom, and which parts of the draft it informed."""

    consultation = ParentalKey(
        "consultations.ConsultationPage", on_delete=models.CASCADE, related_name="evidence"
    )
    title = models.CharField(max_length=200)
    published_on = models.DateField("date", null=True, blank=True)
    who = models.CharField(max_length=160, blank=True, help_text="Who found it out.")
    document = models.ForeignKey(
        "wagtaildocs.Document",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="file",
    )
    link = models.URLField(blank=True, validators=[ONLY_HTTPS], help_text="Instead of a file.")
    finding = models.CharField(max_length=300, help_text="What it says, in one plain sentence.")
    informed = models.CharField(
        "what it informed",
        max_length=400,
        blank=True,
        help_text="Numbers of sections or passages of the newest draft, such as “3, 2.14”, or ids "
        "of blocks. Separate them with commas.",
    )
    anchor = models.SlugField(
        "end of its address",
        max_length=ANCHOR_LENGTH,
        blank=True,
        help_text="Made from the title when left empty. Leave it as it is afterwards, so that "
        "links to the paper stay good.",
    )

    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("who"), FieldPanel("published_on")]),
        FieldPanel("finding"),
        FieldPanel("document"),
        FieldPanel("link"),
        FieldPanel("informed"),
        FieldPanel("anchor"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "paper"

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        errors = {}
        if self.document_id is None and not self.link:
            errors["link"] = "Choose a file or give a link, so that people can read it."
        if self.document_id is not None and self.link:
            errors["link"] = "Give a file or a link, not both."
        wrong = [place for place in self.places if not PLACE.fullmatch(place)]
        if wrong:
            errors["informed"] = (
                f"“{wrong[0]}” is no number of a section or passage and no id of a block."
            )
        if errors:
            raise ValidationError(errors)

    @property
    def places(self):
        """What it informed, as it was typed: “3”, “2.14” or the id of a block."""
        return [place.strip().lower() for place in self.informed.split(",") if place.strip()]

    @property
    def html_id(self):
        return f"paper-{self.anchor}"
