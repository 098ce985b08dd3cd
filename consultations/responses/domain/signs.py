"""What makes a response look as if no person had sent it.

Nothing is refused for it and no word is lost: such a response counts, and somebody looks at it
first. No address on the network and no cookie is ever compared; people share both.
"""

from datetime import timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef

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


def too_many_before(at):
    """A condition on rows with a consultation: more came to it in ten minutes than a town sends."""
    most = settings.MOST_RESPONSES_IN_TEN_MINUTES
    recent = Response.objects.filter(
        consultation=OuterRef("consultation"), received_at__gt=at - FLOOD_TIME
    )
    return Exists(recent.order_by()[most - 1 : most])


def signs_in_words(response):
    return [Sign(sign).label for sign in response.signs.split()]
