"""Coming back to a booking: with its reference and code, by a mailed link, or signed in.

The code has 80 bits, so that guessing is out of the question. A link works once, for as long as
its letter says, and only for whoever the booking belonged to when it was sent.
"""

import hmac
import secrets
from datetime import timedelta

from django.core import signing
from django.db import IntegrityError, transaction

from events.models import Booking, SpentBookingLink
from records.domain.references import code_hash, key_hash, normalise

SALT = "events.booking-link"
LINK_LASTS = timedelta(days=60)


class LinkSpent(Exception):
    """The link was used before, is too old, or was never one of ours."""


def open_with_code(*, reference, code):
    """The booking with this reference, where the code fits it; else None.

    A wrong reference and a wrong code give the same answer in about the same time.
    """
    booking = Booking.objects.filter(
        reference=normalise(reference), forgotten_at__isnull=True
    ).first()
    known = booking.code_hash if booking else ""
    return booking if hmac.compare_digest(known, code_hash(code)) else None


def mark_of(booking):
    """Changes when the booking is given to somebody else, and shuts out whoever had it before."""
    return booking.code_hash[:16]


def make_link_token(*, booking):
    return signing.dumps([booking.pk, mark_of(booking), secrets.token_urlsafe(8)], salt=SALT)


@transaction.atomic
def spend_link(*, token, reference, at):
    """Exchange a mailed link's token for its booking. Raises LinkSpent.

    A unique row marks it as used, so that two browsers cannot both use it.
    """
    try:
        pk, mark, _ = signing.loads(token, salt=SALT, max_age=LINK_LASTS)
        with transaction.atomic():
            SpentBookingLink.objects.create(token_hash=key_hash(token), spent_at=at)
    except (signing.BadSignature, ValueError, TypeError, IntegrityError):
        raise LinkSpent from None
    booking = Booking.objects.filter(
        pk=pk, reference=normalise(reference), forgotten_at__isnull=True
    ).first()
    if booking is None or mark_of(booking) != mark:
        raise LinkSpent
    return booking
