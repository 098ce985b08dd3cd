"""What in somebody's words deserves a gentle word before they are sent. It never stops them.

The words are looked at when they are shown again; nothing about them is stored or passed on.
"""

import re

from consultations.responses.enums import Notice

# Ways in which people say that they, or somebody else, cannot wait for a council to answer.
URGENT = re.compile(
    r"""\b(
        kill\ (myself|himself|herself|themselves) | suicid(e|al) | end\ (my|it)\ (own\ )?(life|all)
        | want\ to\ die | self[ -]harm(ing)? | harm(ing)?\ myself
        | (he|she|they)\ (hits?|beats?|rapes?d?|abuses?)\ (me|her|him|my|them)
        | (am|is|are)\ being\ (abused|beaten|trafficked|neglected)
        | (afraid|scared)\ (to\ go\ home|for\ my\ life)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
EMAIL = r"[\w.+-]+@[\w-]+(\.[\w-]+)+"
PHONE = r"(?<![\w£.])(\+44\s?|\(?0)(\(?\d\)?[\s-]?){8,9}\d(?!\w)"
POSTCODE = r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b"
INSURANCE = r"\b[A-CEGHJ-PR-TW-Z]{2}\s?(\d{2}\s?){3}[A-D]\b"
PERSONAL = re.compile("|".join([EMAIL, PHONE, POSTCODE, INSURANCE]))


def notices(text):
    """What to say about these words, in the order of `Notice`."""
    text = text.replace("’", "'")
    found = {Notice.URGENT: URGENT, Notice.PERSONAL: PERSONAL}
    return [notice for notice, pattern in found.items() if pattern.search(text)]
