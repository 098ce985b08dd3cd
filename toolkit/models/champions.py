from django.db import models


class Champion(models.Model):
    """Who in a directorate sees to it that the agreement is kept. The address is never shown."""

    directorate = models.CharField(max_length=120)
    name = models.CharField(
        max_length=120, help_text="A name, or a post such as “Head of Libraries”."
    )
    helps_with = models.CharField(max_length=200, blank=True)
    email = models.EmailField(
        "e-mail address", help_text="Never shown: people write through a form."
    )
    is_active = models.BooleanField("listed", default=True)

    class Meta:
        verbose_name = "champion"
        ordering = ["directorate", "name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["directorate", "email"], name="champion_once_in_a_directorate"
            )
        ]

    def __str__(self):
        return f"{self.name}, {self.directorate}"
