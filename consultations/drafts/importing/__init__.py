"""Files of draft strategies, read into one shape: an outline of sections and passages."""

from pathlib import Path

from .outline import Kind, Link, Outline, Passage, Section, UnreadableDraft
from .text import read_text

__all__ = ["Kind", "Link", "Outline", "Passage", "Section", "UnreadableDraft", "read"]

READERS = {".txt": read_text}


def read(path: Path) -> Outline:
    """The outline of the draft in this file, whose kind is told by the end of its name."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise UnreadableDraft(
            "Only plain text files, whose names end in .txt, can be read. "
            "Save the draft as plain text and try again."
        )
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableDraft("The file could not be opened.") from error
    return reader(data)
