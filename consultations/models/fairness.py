from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField


class Fairness(models.Model):
    """What a consultation has to say about itself to be fair, beside its promise."""

    why_proposed = RichTextField(
        "why we propose this",
        blank=True,
        features=["bold", "italic", "link", "ul", "ol"],
        help_text="Enough for people to judge it and to answer it.",
    )
    compact_applies = models.BooleanField(
        "affects voluntary and community groups",
        default=True,
        help_text="The Compact then asks for 12 weeks, or a reason in public.",
    )
    short_because = models.TextField(
        "why it is open for less than 12 weeks",
        blank=True,
        help_text="One or two sentences. They are shown on the public page with your name.",
    )
    read_within = models.PositiveSmallIntegerField(
        "every comment is read within",
        null=True,
        blank=True,
        help_text="Working days. Leave empty to promise nothing.",
    )
    equality_screened_on = models.DateField("screening done on", null=True, blank=True)
    equality_screened_by = models.CharField(
        "screening done by", max_length=160, blank=True, help_text="A role or a team, shown."
    )
    equality_summary = models.TextField(
        "what the screening found",
        blank=True,
        help_text="Who could be affected more than others, and what is done about it. "
        "Or give a link or a document below.",
    )
    equality_link = models.URLField("address of the screening", blank=True)
    equality_document = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name="screening as a document",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    fairness_panels = [
        MultiFieldPanel(
            [
                FieldPanel("why_proposed"),
                FieldPanel("compact_applies"),
                FieldPanel("short_because"),
                FieldPanel("read_within"),
            ],
            "Fair to everybody",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [FieldPanel("equality_screened_on"), FieldPanel("equality_screened_by")]
                ),
                FieldPanel("equality_summary"),
                FieldPanel("equality_link"),
                FieldPanel("equality_document"),
            ],
            "Equality screening",
        ),
    ]

    class Meta:
        abstract = True
