"""Reading a stranger's file in a process of its own, with little memory, little time and no keys.

A file made to fill the memory or to keep a machine busy ends that process and no other. It is given
no environment, so that it knows neither the database nor a secret.
"""

import json
import logging
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from . import UnreadableDraft, read
from .outline import Outline
from .storing import as_json, from_json

MOST_MEMORY = 1024 * 1024 * 1024
MOST_SECONDS = 60
TOO_MUCH = (
    "The file takes too much time or memory to read. Split it, or save it as plain text, "
    "and try again."
)
ODD = (
    "The file could not be read: something in it is not as it should be. "
    "Save it anew, or as plain text, and try again."
)

logger = logging.getLogger(__name__)


def read_apart(path: Path) -> Outline:
    """What `read` gives. Raises UnreadableDraft."""
    command = [sys.executable, "-m", __name__, str(path), str(MOST_MEMORY), str(MOST_SECONDS)]
    paths = os.pathsep.join(entry for entry in sys.path if entry)
    try:
        child = subprocess.run(
            command,
            env={"PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8", "PYTHONHASHSEED": "0"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=MOST_SECONDS * 2,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UnreadableDraft(TOO_MUCH) from None
    return _understand(child)


def _understand(child) -> Outline:
    if child.returncode < 0:  # ended by a signal: the limit on time
        raise UnreadableDraft(TOO_MUCH)
    try:
        said = json.loads(child.stdout)
    except ValueError:
        logger.error("A file could not be read: %s", child.stderr[-2000:].decode(errors="replace"))
        raise UnreadableDraft(ODD) from None
    if "unreadable" in said:
        raise UnreadableDraft(said["unreadable"])
    return from_json(said)


def main(path, memory, seconds):
    """In the other process: the outline as JSON, or why there is none."""
    _limit(int(memory), int(seconds))
    try:
        said = json.dumps(as_json(read(Path(path))))
    except UnreadableDraft as error:
        said = json.dumps({"unreadable": str(error)})
    except (MemoryError, RecursionError):
        said = json.dumps({"unreadable": TOO_MUCH})
    sys.stdout.write(said)


def _limit(memory, seconds):
    with suppress(ImportError):  # Windows has no such limits.
        import resource  # noqa: PLC0415 -- Unix only

        for what, most in (
            (resource.RLIMIT_AS, memory),
            (resource.RLIMIT_CPU, seconds),
            (resource.RLIMIT_CORE, 0),
        ):
            with suppress(ValueError, OSError):  # A limit that stands already may be lower.
                resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    main(*sys.argv[1:])
