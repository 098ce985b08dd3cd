from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel


class MethodUse(models.Model):
    """One real use of a method, written down at its end: what it took, whom it reached, lessons.

    What is not known stays empty: a median is taken over what is known, and says of how many.
    """

    method = models.ForeignKey("toolkit.MethodPage", on_delete=models.PROTECT, related_name="uses")
    consultation = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="method_uses",
    )
    occasion = models.CharField(
        "used for", max_length=200, help_text="In a few words, as it should be read in public."
    )
    ended_on = models.DateField("ended on")
    people = models.PositiveIntegerField("people who took part", null=True, blank=True)
    cost = models.PositiveIntegerField(
        "cost in pounds", null=True, blank=True, help_text="Without the time of staff."
    )
    staff_days = models.DecimalField(
        "days of staff", max_digits=5, decimal_places=1, null=True, blank=True
    )
    weeks_to_prepare = models.PositiveSmallIntegerField(null=True, blank=True)
    reached = models.TextField("who was reached", blank=True)
    missed = models.TextField("who was missed", blank=True)
    lessons = models.TextField(
        blank=True, help_text="What to do in the same way, and what in another. Read in public."
    )
    again = models.BooleanField("would do it again", null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels = [
        PageChooserPanel("method", "toolkit.MethodPage"),
        FieldPanel("occasion"),
        PageChooserPanel("consultation", "consultations.ConsultationPage"),
        FieldPanel("ended_on"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("people"), FieldPanel("cost")]),
                FieldRowPanel([FieldPanel("staff_days"), FieldPanel("weeks_to_prepare")]),
            ],
            "What it took",
        ),
        MultiFieldPanel([FieldPanel("reached"), FieldPanel("missed")], "Whom it reached"),
        MultiFieldPanel([FieldPanel("lessons"), FieldPanel("again")], "What was learned"),
    ]

    class Meta:
        verbose_name = "use of a method"
        verbose_name_plural = "uses of methods"
        ordering = ["-ended_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(staff_days__isnull=True) | models.Q(staff_days__gte=0),
                name="use_takes_no_less_than_nothing",
            )
        ]

    def __str__(self):
        return f"{self.method}: {self.occasion}"

    def clean(self):
        super().clean()
        if self.staff_days is not None and self.staff_days < 0:
            raise ValidationError({"staff_days": "Days of staff cannot be less than none."})
