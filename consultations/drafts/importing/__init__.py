"""Files of draft strategies, read into one shape: an outline of sections and passages."""

from pathlib import Path

from .hypertext import read_html
from .markdown import read_markdown
from .outline import (
    Cell,
    Emphasis,
    Image,
    Kind,
    Link,
    Outline,
    Passage,
    Section,
    Table,
    UnreadableDraft,
)
from .text import read_text
from .word import read_docx

__all__ = [
    "Cell",
    "Emphasis",
    "Image",
    "Kind",
    "Link",
    "Outline",
    "Passage",
    "Section",
    "Table",
    "UnreadableDraft",
    "read",
    "read_bytes",
]

READERS = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".docx": read_docx,
    ".docm": read_docx,
}


def read(path: Path) -> Outline:
    """The outline of the draft in this file, whose kind is told by the end of its name."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableDraft("The file could not be opened.") from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, filename: str) -> Outline:
    """The same for a file that was sent here. Raises UnreadableDraft, with a sentence."""
    reader = READERS.get(Path(filename).suffix.lower())
    if reader is None:
        raise UnreadableDraft(
            "Only plain text files, whose names end in .txt, can be read. "
            "Save the draft as plain text and try again."
        )
    return reader(data)
