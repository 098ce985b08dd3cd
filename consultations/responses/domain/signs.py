"""What makes a response look as if no person had sent it.

Nothing is refused for it and no word is lost: such a response counts, and somebody looks at it
first. No address on the network and no cookie is ever compared; people share both.
"""

from datetime import timedelta

from django.conf import settings

from consultations.responses.enums import Sign
from consultations.responses.models import Response

QUICKEST = timedelta(seconds=3)
FLOOD_TIME = timedelta(minutes=10)


def signs_of(*, hidden_box, opened_at, at):
    """The signs in one form: what its hidden box held, when its page was made, when it came."""
    found = [Sign.HIDDEN_BOX] if hidden_box else []
    if opened_at is None:
        found.append(Sign.UNSIGNED)
    elif at - opened_at < QUICKEST:
        found.append(Sign.TOO_QUICK)
    return found


def with_signs(known, found):
    """The text that `signs` holds, with these added once each, in the order of `Sign`."""
    there = {*known.split(), *found}
    return " ".join(sign.value for sign in Sign if sign in there)


def is_flood(*, consultation, at):
    """Whether more responses came within ten minutes than a town sends. One query."""
    since = at - FLOOD_TIME
    count = Response.objects.filter(consultation=consultation, received_at__gt=since).count()
    return count >= settings.MOST_RESPONSES_IN_TEN_MINUTES


def signs_in_words(response):
    return [Sign(sign).label for sign in response.signs.split()]
