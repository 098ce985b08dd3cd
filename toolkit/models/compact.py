from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable
from wagtail.search import index

from pages.blocks import BodyBlock
from pages.models import PublicPage
from toolkit.blocks import StepsBlock
from toolkit.enums import Side

from .words import FILLED_IN, NamedPage

PLAIN = ["bold", "italic", "link", "ul", "ol"]


class CompactPage(NamedPage):
    """The agreement between the public bodies and the voluntary, community and faith sector."""

    TITLE = "The {compact}"
    SLUG = "compact"

    introduction = RichTextField(blank=True, features=PLAIN, help_text=FILLED_IN)
    partners = models.TextField(
        "who agreed it", blank=True, help_text="One to a line, as it should be read."
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name="more about it")

    found_as = "Agreements and principles"
    found_at = 60
    search_fields = [
        *PublicPage.search_fields,
        *(index.SearchField(name) for name in ("introduction", "partners", "body")),
    ]
    parent_page_types = ["toolkit.ToolkitIndexPage"]
    subpage_types = ["toolkit.CompactCodePage", "toolkit.DisputePage"]
    max_count_per_parent = 1
    content_panels = [
        *NamedPage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("partners"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = "agreement with the sector"
        verbose_name_plural = "agreements with the sector"

    def partner_lines(self):
        return [line.strip() for line in self.partners.splitlines() if line.strip()]


class CompactCodePage(PublicPage):
    """One code of good practice: what each side undertakes, and what that means for whom.

    Without a day of adoption its wording is an example, and every place that shows it says so.
    """

    introduction = RichTextField(blank=True, features=PLAIN, help_text=FILLED_IN)
    adopted_on = models.DateField(
        "wording adopted on",
        null=True,
        blank=True,
        help_text="Leave empty while it is not adopted: the page then calls it an example.",
    )

    found_as = "Agreements and principles"
    found_at = 60
    search_fields = [*PublicPage.search_fields, index.SearchField("introduction")]
    parent_page_types = ["toolkit.CompactPage"]
    subpage_types = []
    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("adopted_on"),
        InlinePanel(
            "undertakings", heading="What each side undertakes", label="Undertaking", min_num=1
        ),
        InlinePanel("meanings", heading="What this means for …", label="Audience"),
        InlinePanel("related", heading="Related events and methods", label="Page"),
    ]

    class Meta:
        verbose_name = "code of the agreement"
        verbose_name_plural = "codes of the agreement"


class Undertaking(Orderable):
    """One thing that one side, or both together, promise the other."""

    code = ParentalKey(CompactCodePage, on_delete=models.CASCADE, related_name="undertakings")
    side = models.CharField("who undertakes it", max_length=10, choices=Side)
    text = models.TextField("what they will do", help_text=FILLED_IN)

    panels = [FieldPanel("side"), FieldPanel("text")]

    class Meta(Orderable.Meta):
        constraints = [
            models.CheckConstraint(
                condition=models.Q(side__in=Side.values), name="undertaking_has_a_side"
            )
        ]


class Meaning(Orderable):
    """A code put in the words of one audience."""

    code = ParentalKey(CompactCodePage, on_delete=models.CASCADE, related_name="meanings")
    audience = models.CharField(
        "what this means for", max_length=60, help_text="For example “a small group”."
    )
    text = models.TextField(help_text=FILLED_IN)

    panels = [FieldPanel("audience"), FieldPanel("text")]


class RelatedPage(Orderable):
    """An event or a method that helps to keep a code."""

    code = ParentalKey(CompactCodePage, on_delete=models.CASCADE, related_name="related")
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")

    panels = [PageChooserPanel("page", ["toolkit.MethodPage", "events.EventPage"])]


class DisputePage(NamedPage):
    """The procedure for when one side thinks the other has not kept the agreement."""

    TITLE = "When the {compact} is not kept"
    SLUG = "disputes"

    introduction = RichTextField(blank=True, features=PLAIN, help_text=FILLED_IN)
    steps = StreamField(StepsBlock(), blank=True)
    answer_in = models.PositiveSmallIntegerField(
        "answered within (working days)",
        default=20,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text="Holds for what is raised from now on; what was raised before keeps its day.",
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name="more about it")

    parent_page_types = ["toolkit.CompactPage"]
    subpage_types = []
    max_count_per_parent = 1
    content_panels = [
        *NamedPage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("steps"),
        FieldPanel("answer_in"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = "dispute procedure"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answer_in__gte=1, answer_in__lte=60),
                name="dispute_answered_within_sixty_days",
            )
        ]
