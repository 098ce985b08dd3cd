from django.db import models


class Part(models.TextChoices):
    """The two hands an outcome needs: what was asked and done, and what was said."""

    COUNCIL = "council", "What we asked and did (the council’s)"
    BOARD = "board", "What you said (the Board’s)"
