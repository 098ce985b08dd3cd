from django.db import models


class PostcodePrefix(models.Model):
    """How the postcodes of an area begin, without spaces: RM17 or RM176SL. The longest one fits.

    Nobody's postcode is kept anywhere: this is a table of places.
    """

    prefix = models.CharField(max_length=8, unique=True)
    area = models.ForeignKey("people.Area", on_delete=models.CASCADE, related_name="postcodes")

    class Meta:
        ordering = ["prefix"]

    def __str__(self):
        return f"{self.prefix}: {self.area}"
