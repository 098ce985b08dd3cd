"""How to reach or find one person: addresses and numbers."""

import re

from .hits import Hit, Kind, found

EMAIL = re.compile(r"[\w.+'’-]+\s?(?:@|[\[(]\s?at\s?[\])])\s?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
PHONE = re.compile(
    r"(?<![\w£.,/-])(?:(?:\+|00)44[\s-]?(?:\(0\)[\s-]?)?[1-35789]|\(?0[1-35789])"
    r"(?:[\s().-]{0,2}\d){8,9}(?!\d)"
)
AREAS = (
    "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY"
    "|E|EC|EH|EN|EX|FK|FY|G|GL|GU|HA|HD|HG|HP|HR|HS|HU|HX|IG|IP|IV|KA|KT|KW|KY|L|LA|LD|LE|LL|LN"
    "|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM"
    "|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE"
)
POSTCODE = re.compile(
    rf"\b(?:{AREAS})\d[A-Z\d]?\s?(?!1st|2nd|3rd|\dth)\d[ABD-HJLNP-UW-Z]{{2}}\b", re.IGNORECASE
)
STREET = (
    "Road|Rd|Street|Lane|Avenue|Ave|Drive|Crescent|Terrace|Gardens|Close|Way|Place|Court|Hill"
    "|Green|Grove|Square|Mews|Row|Walk|Rise|View|Park|Parade|Wharf|Quay|Broadway|Approach"
)
HOUSE = r"(?:(?:flat|apartment|unit)\s\w{1,4},?\s)?(?:(?:number|no\.?)\s)?\d{1,4}[a-z]?,?\s"
ADDRESS = re.compile(rf"(?<![\w£.,/])(?i:{HOUSE})(?:(?:[A-Z][\w'’-]*|St\.)\s){{1,3}}(?:{STREET})\b")
# Typed without capitals, only after words that lead to where somebody lives.
TYPED_SMALL = re.compile(
    rf"\b(?:at|live in|living at|address is)\s(?P<hit>{HOUSE}(?:[\w'’-]+\s){{1,2}}(?:{STREET}))\b",
    re.IGNORECASE,
)
TEN_DIGITS = re.compile(r"(?<![\d+])(?<!\d[ -])\d{3}[ -]?\d{3}[ -]?\d{4}(?![ -]?\d)")
NI = re.compile(
    r"\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
    r"[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D]\b",
    re.IGNORECASE,
)


DIGIT = re.compile(r"\d")


def contacts(text):
    at = ("@", "(at", "[at", "( at", "[ at")
    yield from found(Kind.EMAIL, EMAIL, text, "This looks like an e-mail address.", needs=at)
    if DIGIT.search(text):
        yield from _numbers(text)


def _numbers(text):
    yield from found(Kind.PHONE, PHONE, text, "This looks like a telephone number.")
    yield from found(Kind.POSTCODE, POSTCODE, text, "This looks like a whole postcode.")
    for pattern in (ADDRESS, TYPED_SMALL):
        yield from found(Kind.ADDRESS, pattern, text, "This looks like somebody’s address.")
    yield from found(Kind.NI, NI, text, "This looks like a National Insurance number.")
    for match in TEN_DIGITS.finditer(text):
        if is_nhs_number(match.group()):
            yield Hit(*match.span(), Kind.NHS, "This is an NHS number: its check digit fits.")


def is_nhs_number(text):
    """Whether the tenth digit is what the nine before it ask for (modulus 11, weights 10 to 2)."""
    digits = [int(sign) for sign in text if sign.isdecimal()]
    if len(digits) != 10:
        return False
    check = 11 - sum(w * d for w, d in zip(range(10, 1, -1), digits, strict=False)) % 11
    return check % 11 == digits[9] and check != 10
