"""Whether links lead anywhere, tried over the network. Only a command does this, never a page.

A draft's links are other people's words: an address that resolves to this machine or to a private
network is refused, on every redirect anew, and the connection goes to the address that was looked
at, so that a name cannot change its mind in between.
"""

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urljoin, urlsplit

from consultations.domain.readiness import Finding
from consultations.drafts.domain.checking.document import Document
from consultations.drafts.domain.checking.links import fault_of, finding, links_of

SECONDS = 5
REDIRECTS = 5
AT_ONCE = 4
MOST_LINKS = 200
GONE = {404, 410}
NO_ANSWER = "no answer"
REFUSED = "refused"


class Refused(Exception):
    """The address leads to a private network, or is none that may be tried."""


def check_addresses(document: Document, is_public=None) -> Iterator[Finding]:
    """Links that lead nowhere. A site that only turns robots away counts as being there."""
    places = {}
    for section, passage in document.passages():
        for link in links_of(passage):
            if link.href.lower().startswith(("http:", "https:")):
                places.setdefault(link.href, (link, section.place(passage)))
    hrefs = [href for href in places if fault_of(href) in ("", "links.not_secure")][:MOST_LINKS]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for href, result in zip(
            hrefs, pool.map(lambda h: state_of(h, is_public), hrefs), strict=True
        ):
            if result in GONE or result == NO_ANSWER:
                yield finding("links.dead", *places[href])
            elif result == REFUSED:
                yield finding("links.inside", *places[href])


def state_of(href: str, is_public: Callable[[str], bool] | None = None) -> int | str:
    """The status the address answers with in the end, `NO_ANSWER` or `REFUSED`."""
    try:
        for _ in range(REDIRECTS + 1):
            status, location = _ask(href, is_public or is_global)
            if status not in (301, 302, 303, 307, 308) or not location:
                return status
            href = urljoin(href, location)
    except Refused:
        return REFUSED
    except (OSError, http.client.HTTPException, ValueError):
        return NO_ANSWER
    return NO_ANSWER


def is_global(address: str) -> bool:
    found = ipaddress.ip_address(address)
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_global and not found.is_multicast


def _ask(href, is_public):
    status, location = _request("HEAD", href, is_public)
    if status in (400, 403, 404, 405, 501):  # some servers answer only to a real request
        status, location = _request("GET", href, is_public)
    return status, location


def _request(method, href, is_public):
    parts = urlsplit(href)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Refused
    connection = _connect(parts, is_public)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.request(
            method, target, headers={"User-Agent": "SoundingBoard link check", "Accept": "*/*"}
        )
        response = connection.getresponse()
        return response.status, response.getheader("Location", "")
    finally:
        connection.close()


def _connect(parts, is_public):
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    if not all(is_public(row[4][0]) for row in found):
        raise Refused
    sock = socket.create_connection((found[0][4][0], port), timeout=SECONDS)
    if secure:
        try:
            sock = ssl.create_default_context().wrap_socket(sock, server_hostname=parts.hostname)
        except BaseException:
            sock.close()
            raise
    connection = http.client.HTTPConnection(parts.hostname, port, timeout=SECONDS)
    connection.sock = sock
    return connection
