"""Having uploaded files looked through by a virus scanner (clamd), where there is one.

It fails closed: where a scanner is set and does not say that a file is clean, the file is not kept.
The protocol is clamd's INSTREAM, for which the standard library is enough.
"""

import logging
import socket
import struct
from contextlib import closing

from django.conf import settings
from django.utils.translation import gettext_lazy as _

PIECE = 64 * 1024
LONGEST_ANSWER = 4096
SECONDS = 30
SECONDS_FOR_HEALTH = 3
INFECTED = _(
    "Our virus scanner finds something harmful in this file, so it was not kept. Look through the "
    "computer it comes from, or send what the file says in another way."
)
AWAY = _(
    "The file could not be looked through for viruses just now, so it was not kept. Nothing else "
    "is lost; try again in a few minutes."
)

logger = logging.getLogger(__name__)


class NotClean(Exception):
    """A sentence for whoever sent the file: it holds a virus, or nobody could tell."""


def refuse_viruses(content):
    """Raises NotClean, unless the scanner finds this clean or none is set."""
    if not settings.VIRUS_SCANNER:
        return
    try:
        answer = _ask(b"zINSTREAM\0", _pieces(content), seconds=SECONDS)
    except OSError as error:
        logger.error("The virus scanner does not answer: %s", error)
        raise NotClean(str(AWAY)) from None
    if answer == "stream: OK":
        return
    if answer.endswith(" FOUND"):
        logger.warning("A file was refused: %s", answer)
        raise NotClean(str(INFECTED))
    logger.error("The virus scanner answers: %s", answer or "nothing")
    raise NotClean(str(AWAY))


def scanner_answers():
    """Whether the scanner is there; None where none is set."""
    if not settings.VIRUS_SCANNER:
        return None
    try:
        return _ask(b"zPING\0", [], seconds=SECONDS_FOR_HEALTH) == "PONG"
    except OSError:
        return False


def _pieces(content):
    for start in range(0, len(content), PIECE):
        piece = content[start : start + PIECE]
        yield struct.pack("!L", len(piece)) + piece
    yield struct.pack("!L", 0)


def _ask(command, pieces, *, seconds):
    """What clamd answers to one command. Raises OSError."""
    with closing(_connected(seconds)) as connection:
        connection.sendall(command)
        for piece in pieces:
            connection.sendall(piece)
        answer = b""
        while not answer.endswith(b"\0") and len(answer) < LONGEST_ANSWER:
            received = connection.recv(LONGEST_ANSWER)
            if not received:
                break
            answer += received
    return answer.rstrip(b"\0").decode("utf-8", errors="replace").strip()


def _connected(seconds):
    where = settings.VIRUS_SCANNER
    if isinstance(where, str):
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.settimeout(seconds)
        try:
            connection.connect(where)
        except OSError:
            connection.close()
            raise
        return connection
    return socket.create_connection(where, timeout=seconds)
