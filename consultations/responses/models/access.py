from django.db import models


class SpentLink(models.Model):
    """A mailed link that has been used: each opens a response, or an unsent one, once.

    The link itself is signed and stands in no table, so that sending a response writes no row for
    it; only its hash is kept, from the moment it is used.
    """

    token_hash = models.CharField(max_length=64, unique=True)
    spent_at = models.DateTimeField()

    def __str__(self):
        return f"A link, used on {self.spent_at:%d %b %Y}"
