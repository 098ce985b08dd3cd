"""Reading a text for what a person should look at. Local, explained, and never a decision.

Pure functions over plain text, without Django. How well they do, on texts that did not shape them:
docs/screening.md.
"""

from .contact import contacts
from .harm import harm
from .hits import Hit, Kind
from .language import language
from .people import people
from .wording import wording

__all__ = ["Hit", "Kind", "screen"]

READERS = (contacts, people, harm, wording, language)
LONGEST = 20_000


def screen(text):
    """Every hit, in the order of the text; of hits of one kind that overlap, the longest.

    Of a text longer than 20,000 characters the rest is not looked at.
    """
    text = text[:LONGEST]
    hits = sorted(hit for reader in READERS for hit in reader(text))
    return sorted(_apart(_without_overlaps(hits)))


def _without_overlaps(hits):
    kept = {}
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
        rivals = kept.setdefault(hit.kind, [])
        if not any(hit.start < other.end and other.start < hit.end for other in rivals):
            rivals.append(hit)
    return [hit for rivals in kept.values() for hit in rivals]


def _apart(hits):
    """An address of mail holds what looks like a link, and an NHS number may look like a number."""
    mail = [hit for hit in hits if hit.kind == Kind.EMAIL]
    phones = [hit for hit in hits if hit.kind == Kind.PHONE]
    for hit in hits:
        covers = {Kind.LINK: mail, Kind.NHS: phones}.get(hit.kind, ())
        if not any(hit.start < other.end and other.start < hit.end for other in covers):
            yield hit
