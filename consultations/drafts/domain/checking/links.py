"""Links that cannot work, are not private on the way, or do not say where they lead.

Nothing is fetched here: whether an address is dead only `manage.py check_draft --links` can tell.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from consultations.domain.readiness import Finding, Place

from .document import Document, Link, Passage, Section

TYPED = re.compile(r"(?:https?:/{1,3}|www\.)[^\s<>\"“”‘’]*[^\s<>\"“”‘’.,;:!?)'\]]", re.IGNORECASE)
HOST = re.compile(r"(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}")
PLACEHOLDER = re.compile(r"(?:^|\.)(?:example\.(?:com|net|org)|example|invalid|test)$")
INSIDE = re.compile(
    r"^(?:localhost|intranet|sharepoint|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)"
    r"|\.(?:local|internal|lan|intranet)$"
)
EMPTY_WORDS = re.compile(
    r"(?:click |tap |press )?(?:here|this|this link|this page|link|more|read more|find out more"
    r"|see more|details|website|web page|follow this link)\.?",
    re.IGNORECASE,
)

MAIL = re.compile(r"mailto:[^@\s]+@[^@\s]+\.[^@\s]+", re.IGNORECASE)
FAULTS = {
    "links.malformed": (
        "is not a whole address",
        "Copy the address again from the page it should lead to.",
    ),
    "links.inside": (
        "leads to a computer inside an organisation, which the public cannot reach",
        "Put the document where everybody can read it, and link to that.",
    ),
    "links.placeholder": (
        "leads to an address that is reserved for examples",
        "Put the real address in.",
    ),
    "links.not_secure": (
        "begins with http, so that others can read along and browsers warn of it",
        "Try the same address with https, and see that it still leads there.",
    ),
    "links.dead": (
        "leads nowhere: there was no answer, or no such page",
        "Look for where the page has gone, or take the link out.",
    ),
    "links.says_nothing": (
        "is named by words that say nothing to somebody who hears them alone",
        "Put the name of what it leads to into the link.",
    ),
}


def check_links(document: Document) -> Iterator[Finding]:
    for section, passage in document.passages():
        for link in links_of(passage):
            yield from _faults(link, section, passage)


def links_of(passage: Passage) -> list[Link]:
    """The links of a passage, and addresses that are only typed into it."""
    known = {link.href for link in passage.links}
    texts = " ".join(link.text for link in passage.links)
    typed = [address for address in TYPED.findall(passage.text) if address not in texts]
    return [*passage.links, *(Link(address, address) for address in typed if address not in known)]


def _faults(link: Link, section: Section, passage: Passage) -> Iterator[Finding]:
    place = section.place(passage)
    if fault := fault_of(link.href):
        yield finding(fault, link, place)
    if link.text != link.href and EMPTY_WORDS.fullmatch(link.text.strip()):
        yield finding("links.says_nothing", link, place)


def fault_of(href: str) -> str:
    """The code of what is wrong with this address, or "". Links within this site are fine."""
    scheme = href.partition(":")[0].casefold() if ":" in href else ""
    if scheme in ("http", "https"):
        return _fault_of_web_address(href)
    if scheme == "mailto":
        return "" if MAIL.fullmatch(href) else "links.malformed"
    if scheme == "file":
        return "links.inside"
    is_relative = not scheme and not re.search(r"\s", href)
    return "" if is_relative or scheme == "tel" else "links.malformed"


def _fault_of_web_address(href: str) -> str:
    try:
        host = (urlsplit(href).hostname or "").rstrip(".")
    except ValueError:
        return "links.malformed"
    if re.match(r"https?://https?[:/]", href, re.IGNORECASE):
        return "links.malformed"
    if INSIDE.search(host) or (host and "." not in host):
        return "links.inside"
    if PLACEHOLDER.search(host):
        return "links.placeholder"
    if not HOST.fullmatch(host) or re.search(r"\s", href):
        return "links.malformed"
    return "links.not_secure" if href.lower().startswith("http:") else ""


def finding(code: str, link: Link, place: Place) -> Finding:
    what, how = FAULTS[code]
    return Finding(
        code,
        f"The link {link.href} {what}.",
        how,
        place=place,
        excerpt="" if link.text == link.href else link.text,
        about=f"{link.href} {link.text}",
    )
