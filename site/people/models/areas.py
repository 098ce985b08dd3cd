from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower

from people.enums import AreaKind

# What may lie in what: an area belongs to one that is named before it.
LARGEST_FIRST = [AreaKind.BOROUGH, AreaKind.FORUM, AreaKind.WARD]


class AreaQuerySet(models.QuerySet):
    def active(self):
        return self.filter(is_active=True)


class Area(models.Model):
    """A part of the borough that people know by its name, and what it lies in.

    An area that is no longer active keeps its row: what was asked there in its time still says so.
    """

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=AreaKind, default=AreaKind.WARD)
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="parts",
        verbose_name="lies in",
        help_text="The larger area it belongs to, if there is one.",
    )
    code = models.CharField(
        max_length=20,
        blank=True,
        help_text="The official code where it has one, such as E05002234 for a ward.",
    )
    is_active = models.BooleanField(
        "active",
        default=True,
        help_text="Untick it for a ward that was redrawn or a Community Forum that rests.",
    )

    objects = AreaQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                "kind",
                name="area_name_unique_in_its_kind",
                violation_error_message="There is an area of this name and kind already.",
            ),
            models.UniqueConstraint(
                "code",
                condition=~models.Q(code=""),
                name="area_code_unique",
                violation_error_message="Another area has this code.",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def label(self):
        """“Eastfields (ward)”: a ward and a forum may share a name."""
        return self.name if self.kind == AreaKind.BOROUGH else f"{self.name} ({self.kind_in_words})"

    @property
    def kind_in_words(self):
        return {AreaKind.FORUM: "Community Forum", AreaKind.WARD: "ward"}.get(self.kind, "borough")

    def clean(self):
        """An area lies in a larger kind, so that no area can ever lie in itself."""
        super().clean()
        rank = LARGEST_FIRST.index(self.kind)
        if self.parent and LARGEST_FIRST.index(self.parent.kind) >= rank:
            raise ValidationError(
                {"parent": f"{self.label} cannot lie in {self.parent.label}. Choose a larger area."}
            )
        parts = self.parts.all() if self.pk else ()
        if any(LARGEST_FIRST.index(part.kind) <= rank for part in parts):
            raise ValidationError({"kind": "Something as large or larger lies in this area."})
