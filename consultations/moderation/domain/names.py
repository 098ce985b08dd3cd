"""Hiding the name under a comment: somebody else's, an insult, or what nobody may be called.

It is the name of the whole response, so that it goes from all its comments at once. One person may,
for a reason on the list; a second looks at it later. What was said stays as it is.
"""

from django.db import transaction

from consultations.moderation.domain.deciding import announce, lock, write
from consultations.moderation.domain.untold import note_untold
from consultations.moderation.enums import DecisionKind, Reason, ReviewStatus
from consultations.responses.domain.naming import name_in_public, waiting_names
from consultations.responses.enums import Publish
from consultations.responses.models import Response

DECIDABLE = (ReviewStatus.WAITING, ReviewStatus.PUBLISHED)


class NoNameToHide(Exception):
    """It is shown without a name, or the name is hidden already."""


class NameNotHidden(Exception):
    """Somebody else has shown it again, or it never was hidden."""


def shown_name(response):
    """The name that stands, or would stand, under what this response says; "" without one."""
    waits = bool(waiting_names([response]))
    if response.publish != Publish.WITH_NAME or response.name_hidden_at or waits:
        return ""
    return name_in_public(response, waits=False)


@transaction.atomic
def hide_name(*, review_id, reason, by, at):
    """Take the name from all comments of this one's response. Raises NotYours, AlreadyDecided as
    other decisions do, NoNameToHide, and ValueError for a code that is not on the list.
    """
    reason = Reason(reason)
    (review,) = lock([review_id], by=by, statuses=DECIDABLE)
    response = _locked(review)
    if not shown_name(response):
        raise NoNameToHide
    _set(response, at)
    write([review], kind=DecisionKind.HIDE_NAME, by=by, at=at, reason=reason)
    announce(changed=[review], at=at)
    note_untold([review.comment], at=at)


@transaction.atomic
def show_name(*, review_id, by, at):
    """Put it back. Raises NameNotHidden besides."""
    (review,) = lock([review_id], by=by, statuses=DECIDABLE)
    put_back(review, by=by, at=at)


def put_back(review, *, by, at):
    """The same for a review that is locked already."""
    response = _locked(review)
    if response.name_hidden_at is None:
        raise NameNotHidden
    _set(response, None)
    write([review], kind=DecisionKind.SHOW_NAME, by=by, at=at)
    announce(changed=[review], at=at)


def _locked(review):
    responses = Response.objects.select_for_update(of=("self",))
    return responses.select_related("respondent", "organisation").get(pk=review.comment.response_id)


def _set(response, at):
    response.name_hidden_at = at
    response.save(update_fields=["name_hidden_at"])
