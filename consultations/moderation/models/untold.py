from django.db import models


class Untold(models.Model):
    """A response about which something was decided that its author has not been told.

    `since` is when the first of it was decided. The row goes when the letter is on its way.
    """

    response = models.OneToOneField(
        "responses.Response", on_delete=models.CASCADE, related_name="+"
    )
    since = models.DateTimeField()

    class Meta:
        default_permissions = ()
        ordering = ["since", "pk"]
        indexes = [models.Index(fields=["since", "id"])]

    def __str__(self):
        return f"Response {self.response_id}, since {self.since:%d %B %Y}"
