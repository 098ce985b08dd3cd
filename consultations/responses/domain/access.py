"""Coming back to a response: with its reference and code, or by a link that was mailed.

The reference alone is for quoting and opens nothing. The code has 80 bits, so that guessing is out
of the question and nobody can lock an author out by trying.
"""

import hmac
import secrets
from datetime import timedelta

from django.core import signing
from django.db import IntegrityError, transaction

from consultations.responses.domain.references import code_hash, key_hash, normalise
from consultations.responses.models import Response, SpentLink

LINK_LASTS = timedelta(days=30)
OF_RESPONSE = "responses.link"
OF_BASKET = "responses.basket-link"


class LinkSpent(Exception):
    """The link was used before, is too old, or was never one of ours."""


def open_with_code(*, reference, code):
    """The response with this reference, where the code fits it; else None.

    A wrong reference and a wrong code give the same answer in about the same time.
    """
    response = Response.objects.filter(reference=normalise(reference)).first()
    known = response.code_hash if response else ""
    fits = hmac.compare_digest(known, code_hash(code))
    return response if fits else None


def make_link_token(*, response):
    """What a mailed link carries. It works once, for thirty days, for this response only."""
    return make_token(response, salt=OF_RESPONSE)


@transaction.atomic
def spend_link(*, token, reference, at):
    """Exchange a mailed link's token for its response. Raises LinkSpent."""
    pk = spend(token, salt=OF_RESPONSE, at=at)
    response = Response.objects.filter(pk=pk, reference=normalise(reference)).first()
    if response is None:
        raise LinkSpent
    return response


def make_token(thing, *, salt):
    return signing.dumps([thing.pk, secrets.token_urlsafe(8)], salt=salt)


def spend(token, *, salt, at):
    """The primary key in a token that was never used before. Raises LinkSpent.

    A unique row marks it as used, so that two browsers cannot both use it. Runs inside the
    caller's transaction, so that a link is only used up by what it leads to.
    """
    try:
        pk, _ = signing.loads(token, salt=salt, max_age=LINK_LASTS)
        with transaction.atomic():
            SpentLink.objects.create(token_hash=key_hash(token), spent_at=at)
    except (signing.BadSignature, ValueError, TypeError, IntegrityError):
        raise LinkSpent from None
    return pk
