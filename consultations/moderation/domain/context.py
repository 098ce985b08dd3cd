"""Where a comment stands in its draft: the passages around the one it is about."""

from consultations.drafts.models import Passage

EACH_SIDE = 2


def around(comment):
    """The passage with two before and two after it in its section; nothing for a wider place."""
    if not comment.passage_id:
        return []
    at = comment.passage.position
    passages = Passage.objects.filter(
        section=comment.section_id, position__range=(at - EACH_SIDE, at + EACH_SIDE)
    )
    return list(passages.only("number", "text", "kind", "position").order_by("position"))
