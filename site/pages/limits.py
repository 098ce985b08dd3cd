"""How fast one address on the network may send forms. No address is ever stored.

An address is remembered for a minute as a hash with a salt that is made anew each day and kept in
the cache only. A room full of people behind one address, as in a library, stays far below a limit;
nothing is ever told apart or counted once by address.
"""

import hashlib
import secrets

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.utils import timezone

DAY = 24 * 60 * 60
MINUTE = 60


def is_too_fast(request, *, action, most):
    """Whether this request is one too many of its kind from its address in this minute.

    Where no cache answers nothing is too fast: a consultation is worth more than its limit.
    """
    now = timezone.now()
    key = f"limits:{action}:{now:%H%M}:{_address(request, now)}"
    cache.add(key, 0, MINUTE)
    try:
        return cache.incr(key) > most
    except ValueError:  # the minute ended between the two, or there is no cache
        return False


def _address(request, now):
    salt = cache.get_or_set(f"limits:salt:{now:%Y%m%d}", lambda: secrets.token_hex(16), DAY)
    address = get_adapter().get_client_ip(request)
    return hashlib.sha256(f"{salt}{address}".encode()).hexdigest()[:32]
