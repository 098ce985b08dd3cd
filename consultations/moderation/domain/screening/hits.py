"""What the screening can find, and how it says so. Plain Python."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    EMAIL = "email"
    PHONE = "phone"
    POSTCODE = "postcode"
    ADDRESS = "address"
    NHS = "nhs"
    NI = "ni"
    CHILD = "child"
    THREAT = "threat"
    SAFEGUARDING = "safeguarding"
    PROFANITY = "profanity"
    LINK = "link"
    SPAM = "spam"
    LANGUAGE = "language"
    BOARD = "board"


@dataclass(frozen=True, order=True)
class Hit:
    """Words from `start` up to, not including, `end`, and why somebody should look at them."""

    start: int
    end: int
    kind: Kind
    reason: str


def found(kind, pattern, text, reason, *, needs=()):
    """A hit for each match; the group called `hit`, where the pattern has one, is its range.

    `needs` are pieces of words, in small letters, one of which stands in every match: most texts
    hold none of them and need no closer look.
    """
    if needs and not holds(text, needs):
        return
    group = "hit" if "hit" in pattern.groupindex else 0
    for match in pattern.finditer(text):
        yield Hit(match.start(group), match.end(group), kind, reason)


def holds(text, pieces):
    small = text.lower()
    return any(piece in small for piece in pieces)
