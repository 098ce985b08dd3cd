"""Remembering whom something is to be told; `news` tells it."""

from consultations.moderation.models import Untold


def note_untold(comments, *, at):
    """Remember to tell the authors of these comments, in one query for any number."""
    Untold.objects.bulk_create(
        [Untold(response_id=pk, since=at) for pk in sorted({c.response_id for c in comments})],
        ignore_conflicts=True,
    )
