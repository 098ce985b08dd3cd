"""Going on with an unsent response on another machine: with a code on paper, or by a mailed link.

A code opens the basket as often as it is typed, a link once. Either gives the new browser a key of
its own, so that leaving one machine takes nothing from another.
"""

from django.db import transaction

from consultations.responses.domain import access
from consultations.responses.domain.baskets import open_basket
from consultations.responses.domain.references import key_hash, new_code, new_key
from consultations.responses.models import BasketKey, ResponseDraft

MOST_KEYS = 20


class TooManyKeys(Exception):
    """So many codes and browsers have been given this basket that another is surely a mistake."""


class ChildHasNoAddress(Exception):
    """No address of anybody under 13 is kept, and nothing is mailed to one."""


@transaction.atomic
def give_code(*, basket, at):
    """A new code for paper. Only its hash is kept, so it is shown once; earlier ones go on working.

    Raises TooManyKeys.
    """
    code = new_code()
    _add_key(basket, _typed(code), at)
    return code


@transaction.atomic
def open_with_code(*, code, consultation, at):
    """A key of its own for whoever types a code of a basket in this consultation, or None."""
    basket = open_basket(key=_typed(code), consultation=consultation)
    return _add_key(basket, new_key(), at) if basket else None


def make_link_token(*, basket):
    """What a mailed link to an unsent response carries: it works once, for thirty days."""
    return access.make_token(basket, salt=access.OF_BASKET)


@transaction.atomic
def spend_link(*, token, consultation, at):
    """Exchange a mailed link's token for a key. Raises LinkSpent, also when it has been sent."""
    pk = access.spend(token, salt=access.OF_BASKET, at=at)
    basket = ResponseDraft.objects.filter(pk=pk, consultation=consultation).first()
    if basket is None:
        raise access.LinkSpent
    return _add_key(basket, new_key(), at)


@transaction.atomic
def remember_address(*, basket, email):
    """Where to write before it closes, if it is not sent by then; "" forgets it.

    Raises ChildHasNoAddress.
    """
    locked = ResponseDraft.objects.select_for_update().get(pk=basket.pk)
    if locked.is_under_13:
        raise ChildHasNoAddress
    locked.remind_to = email
    locked.save(update_fields=["remind_to"])


def _typed(code):
    """A code as people type it: without its dashes, in small letters, with 0 and 1 for O and I."""
    signs = "".join(sign for sign in code.upper() if sign.isalnum())
    return signs.replace("0", "O").replace("1", "I")


def _add_key(basket, key, at):
    ResponseDraft.objects.select_for_update().get(pk=basket.pk)
    if basket.other_keys.count() >= MOST_KEYS:
        raise TooManyKeys
    BasketKey.objects.create(key_hash=key_hash(key), basket=basket, made_at=at)
    return key
