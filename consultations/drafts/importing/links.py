"""Addresses in running text, found and taken out of their angle brackets."""

import re

from .outline import BRACKETED_LINK, Link
from .pieces import Rich

LINK = re.compile(
    BRACKETED_LINK.pattern + r"|(?<!\w)https?://\w[^\s<>\"“”‘’]*[^\s<>\"“”‘’.,;:!?)'\]]",
    re.IGNORECASE,
)


def find_links(text: str) -> Rich:
    """The text with addresses out of their angle brackets, and where they stand in it."""
    pieces, links, length, position = [], [], 0, 0
    for match in LINK.finditer(text):
        before, address = text[position : match.start()], match[1] or match[0]
        start = length + len(before)
        length = start + len(address)
        links.append(Link(start, length, address))
        pieces += [before, address]
        position = match.end()
    return Rich("".join([*pieces, text[position:]]), tuple(links))
