"""What the Board does, for the tests of its fairness."""

import datetime as dt

from consultations.moderation.domain import deciding
from consultations.moderation.domain.hiding import find_words, publish_with_hidden_words, texts_of
from consultations.moderation.enums import (
    Reason,
)
from consultations.moderation.models import Review
from tests.factories.consultations import make_response

LONDON = dt.timezone(dt.timedelta(hours=1))


def hide(review, by, at):
    hidden = find_words("Rita Bell", texts_of(review.comment_id), reason=Reason.PERSONAL_OTHER)
    publish_with_hidden_words(review_id=review.pk, hidden=hidden, by=by, at=at)


def hold(review, first, second, at):
    deciding.propose_hold(review_id=review.pk, reason=Reason.ABUSE, by=first, at=at)
    deciding.confirm_hold(review_id=review.pk, by=second, at=at)


def status_of(review):
    return Review.objects.get(pk=review.pk).status


def review_made(passage):
    response = make_response(passage, text="Rita Bell knows. Spend more.")
    return Review.objects.get(comment__response=response)
