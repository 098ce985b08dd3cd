from django.conf import settings
from django.db import models


class CommentAttachment(models.Model):
    """Where an officer has put a comment whose words went away: a passage of a later version.

    The comment itself, its place and the words it quotes stay as they were sent.
    """

    comment = models.OneToOneField(
        "responses.Comment", on_delete=models.PROTECT, related_name="attachment"
    )
    passage = models.ForeignKey(
        "drafts.Passage", on_delete=models.PROTECT, related_name="attachments"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self):
        return f"Comment {self.comment_id} at passage {self.passage_id}"
