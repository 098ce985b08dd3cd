"""The reference a person quotes, and the code that opens what they sent: a response, a booking.

A reference is nine characters, `C7K-M4R-TX9`: eight drawn at random and one check character. The
alphabet has 23 signs, a prime, so that the weighted sum modulo 23 notices every single wrong sign
and every swap of two neighbours. It leaves out signs that are taken for one another (0 O Q,
1 I L, S for 5, Z for 2, B for 8, Y, U) and the vowels, so that no words appear.
"""

import hashlib
import hmac
import re
import secrets
from base64 import b32encode

from django.conf import settings

ALPHABET = "23456789CDFGHJKMNPRTVWX"
LENGTH = 8
GROUPED = re.compile("-".join([f"[{ALPHABET}]{{3}}"] * 3))  # as it is printed


def new_reference():
    body = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return _grouped(body + check_character(body))


def check_character(body):
    total = sum(weight * ALPHABET.index(sign) for weight, sign in enumerate(body, start=1))
    return ALPHABET[total % len(ALPHABET)]


def normalise(typed):
    """The reference a person meant, or "" when the check character says it is mistyped."""
    signs = "".join(sign for sign in typed.upper() if sign.isalnum())
    if len(signs) != LENGTH + 1 or any(sign not in ALPHABET for sign in signs):
        return ""
    if check_character(signs[:-1]) != signs[-1]:
        return ""
    return _grouped(signs)


def _grouped(signs):
    return "-".join(signs[start : start + 3] for start in range(0, len(signs), 3))


def new_key():
    """A secret for one browser, such as a basket’s cookie: 256 random bits."""
    return secrets.token_urlsafe(32)


def new_code():
    """A code for paper: 80 random bits in sixteen signs, in groups of four."""
    return _in_fours(secrets.token_bytes(10))


def key_hash(key):
    return hashlib.sha256(key.encode()).hexdigest()


def code_for(key):
    """The receipt's code: 80 bits made from the key of what was sent, the same on every retry."""
    digest = hmac.new(settings.RECEIPT_KEY.encode(), key.encode(), hashlib.sha256).digest()
    return _in_fours(digest[:10])


def _in_fours(ten_bytes):
    signs = b32encode(ten_bytes).decode()
    return "-".join(signs[start : start + 4] for start in range(0, 16, 4))


def code_hash(code):
    signs = "".join(sign for sign in code.upper() if sign.isalnum())
    return hashlib.sha256(signs.encode()).hexdigest()
