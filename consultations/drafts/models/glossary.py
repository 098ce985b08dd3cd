from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from wagtail.admin.panels import FieldPanel, FieldRowPanel


class GlossaryTermQuerySet(models.QuerySet):
    def of(self, consultation):
        """The words explained in this consultation: its own, and those explained everywhere."""
        return self.filter(Q(consultation=consultation) | Q(consultation__isnull=True))


class GlossaryTerm(models.Model):
    """A word or an acronym of the council's, and what it means to everybody else.

    It is explained where drafts are read (see `drafts.domain.glossary`) and changes no text.
    """

    term = models.CharField(
        "word or acronym",
        max_length=80,
        help_text="As it stands in the text. Capitals count, unless there are none.",
    )
    expansion = models.CharField(
        "in full", max_length=160, blank=True, help_text="What the letters stand for."
    )
    meaning = models.TextField(
        "in plain words",
        blank=True,
        max_length=400,
        help_text="One or two sentences that anybody can follow.",
    )
    also_spelled = models.TextField(
        blank=True,
        max_length=400,
        help_text="Other ways in which the text writes it, one a line. "
        "The plural of an acronym (“SLAs”) is found by itself.",
    )
    consultation = models.ForeignKey(
        "consultations.ConsultationPage",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Leave empty to explain it in every consultation.",
    )

    objects = GlossaryTermQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("term"), FieldPanel("expansion")]),
        FieldPanel("meaning"),
        FieldPanel("also_spelled"),
        FieldPanel("consultation"),
    ]

    class Meta:
        verbose_name = "glossary word"
        verbose_name_plural = "glossary"
        ordering = [Lower("term"), "pk"]
        constraints = [
            models.UniqueConstraint(
                Lower("term"),
                "consultation",
                name="glossary_term_once_a_consultation",
                violation_error_message="This word is explained in this consultation already.",
            ),
            models.UniqueConstraint(
                Lower("term"),
                condition=Q(consultation__isnull=True),
                name="glossary_term_once_everywhere",
                violation_error_message="This word is explained for every consultation already.",
            ),
            models.CheckConstraint(
                condition=~Q(expansion="", meaning=""),
                name="glossary_term_is_explained",
                violation_error_message="Say what it stands for, what it means, or both.",
            ),
        ]

    def __str__(self):
        return self.term

    def clean(self):
        super().clean()
        self.term = " ".join(self.term.split())
        if not any(character.isalnum() for character in self.term):
            raise ValidationError({"term": "Write a word, or the letters of an acronym."})

    @property
    def spellings(self):
        """Every way in which it is written, its own first, each once."""
        lines = [self.term, *self.also_spelled.splitlines()]
        words = (" ".join(line.split()) for line in lines)
        return tuple(dict.fromkeys(word for word in words if any(map(str.isalnum, word))))
