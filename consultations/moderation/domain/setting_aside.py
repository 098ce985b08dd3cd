"""What turned out to be no response at all: advertising, a test, the same thing sent twice.

The only road out of the count that is not the author's own, and it leads back: received stays
counted + withdrawn + not a response.
"""

from consultations.moderation.domain.routing import facts_of, start_workflows
from consultations.moderation.domain.withdrawing import close_reviews
from consultations.moderation.enums import ReviewStatus
from consultations.moderation.models import Review
from consultations.moderation.signals import response_set_aside
from consultations.responses.models import Comment, Response
from pages.caching import pages_changed


def set_aside(*, response_id, at):
    """Take a response out of the count, inside the transaction of whoever decides that."""
    response = Response.objects.select_for_update().get(pk=response_id)
    if response.not_a_response_at or response.withdrawn_at:
        return
    comments = _counted(response)
    response.not_a_response_at = at
    response.save(update_fields=["not_a_response_at"])
    close_reviews(comments=comments, status=ReviewStatus.NOT_A_RESPONSE, at=at)
    _say(response, comments, sets_aside=True, at=at)


def bring_back(*, response_id, at):
    """Count it again; its comments wait to be read."""
    response = Response.objects.select_for_update().get(pk=response_id)
    if response.not_a_response_at is None or response.withdrawn_at:
        return
    response.not_a_response_at = None
    response.save(update_fields=["not_a_response_at"])
    reviews = list(
        Review.objects.select_related("comment__response").filter(
            comment__response=response, status=ReviewStatus.NOT_A_RESPONSE
        )
    )
    for review in reviews:
        review.status = ReviewStatus.WAITING
    Review.objects.filter(pk__in=[review.pk for review in reviews]).update(
        status=ReviewStatus.WAITING, decided_at=None
    )
    if reviews:
        start_workflows(reviews, at=at, facts=facts_of(reviews))
    _say(response, _counted(response), sets_aside=False, at=at)
    pages_changed()


def _counted(response):
    return list(Comment.objects.filter(response=response, replaced_by__isnull=True))


def _say(response, comments, *, sets_aside, at):
    response_set_aside.send(
        sender=Response, response=response, comments=comments, sets_aside=sets_aside, at=at
    )
