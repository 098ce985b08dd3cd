"""What an author is told about each of their comments: how it stands, and why.

Who decided, and what one member proposed before a second agreed, is nobody's business but the
Board's: until a hold takes effect, a comment is simply being read.
"""

from consultations.domain.stages import comments_are_public
from consultations.enums import PublicationMode
from consultations.moderation.enums import OPEN_STATUSES, DecisionKind, Reason, ReviewStatus
from consultations.moderation.models import ModerationDecision, Review
from consultations.responses.domain.trail import Knot, Whereabouts

BEING_READ = Whereabouts("Waiting to be read", "The Board has not read it yet. It is counted.")
YOUR_WISH = Whereabouts("Not shown, as you asked", "It is read and counted.")
SHOWN_LATER = {
    PublicationMode.AFTER_CLOSE: "The Board has read it. It is shown once the consultation closes.",
    PublicationMode.NEVER: "The Board has read it. In this consultation no comment is shown.",
}


def whereabouts_of(response, comments, now):
    """How each comment stands, by its id, in two queries whatever their number."""
    reviews = {review.comment_id: review for review in Review.objects.filter(comment__in=comments)}
    reasons = _reasons_of([r for r in reviews.values() if r.status == ReviewStatus.HELD])
    is_public = comments_are_public(response.consultation, now=now)
    return {
        comment.pk: _standing(comment, reviews[comment.pk], reasons, is_public)
        for comment in comments
        if comment.pk in reviews
    }


def _reasons_of(held):
    """The reason of each hold that took effect, by the review's id."""
    decisions = ModerationDecision.objects.filter(
        review__in=held, kind=DecisionKind.HOLD, second_by__isnull=False
    ).order_by("at")
    return {decision.review_id: Reason(decision.reason) for decision in decisions}


def _standing(comment, review, reasons, is_public):
    if review.status == ReviewStatus.NOT_FOR_PUBLICATION:
        return YOUR_WISH
    if review.status == ReviewStatus.HELD:
        return Whereabouts(
            "Held",
            f"It is not shown. The reason: {reasons[review.pk].label}. It is counted all the same.",
        )
    if review.status != ReviewStatus.PUBLISHED:
        return BEING_READ
    if not is_public:
        return Whereabouts("Read", SHOWN_LATER[comment.consultation.publication_mode])
    return Whereabouts(
        "Shown", "The Board has read it, and everybody can.", is_shown=True, url=_url(comment)
    )


def _url(comment):
    page = comment.section or comment.draft
    if comment.passage:
        return f"{page.url}#{comment.passage.anchor}"
    return page.url if page else f"{comment.consultation.url}views/"


def knots_of(response, comments, now):
    """How far the Board has come with it: done when nothing of it waits any more."""
    if response.withdrawn_at:
        return []
    reviews = list(Review.objects.filter(comment__in=comments))
    waiting = sum(review.status in OPEN_STATUSES for review in reviews)
    decided = [review.decided_at for review in reviews if review.decided_at]
    if waiting:
        label = "The Board is reading it" if decided else "The Board reads it"
        return [Knot("checked", "now", label, _left(waiting, len(reviews)), when="Now")]
    if decided:
        return [Knot("checked", "done", "The Board has read it", at=max(decided))]
    text = "You asked us not to show it, so it waits in no queue. It is read and counted."
    return [Knot("checked", "done", "Kept off the public pages", text, at=response.received_at)]


def _left(waiting, of):
    if of == 1:
        return "Your comment waits to be read."
    if waiting == of:
        return f"All {of} of your comments wait to be read."
    return f"{waiting} of your {of} comments {'wait' if waiting > 1 else 'waits'} to be read."
