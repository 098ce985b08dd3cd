"""Files of draft strategies, read into one shape: an outline of sections and passages."""

from dataclasses import replace
from pathlib import Path

from .hypertext import read_html
from .markdown import read_markdown
from .opendocument import read_odt
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

MOST_BYTES = 25 * 1024 * 1024
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
    ".odt": read_odt,
    ".ott": read_odt,
}


SAVE_AGAIN = "Save the draft as a Word document (.docx) and try again."
ADVICE_FOR = {
    ".doc": f"Files of the old Word (.doc) cannot be read. {SAVE_AGAIN}",
    ".rtf": f"Files in rich text format cannot be read. {SAVE_AGAIN}",
    ".pages": f"Files of Pages cannot be read. {SAVE_AGAIN}",
    ".pdf": (
        "PDF files cannot be read: they hold printed pages, without what is a heading or a list. "
        "Find the document that the PDF was made from, or copy its text into a new one."
    ),
}
OTHERWISE = (
    "Only Word (.docx), OpenDocument (.odt), Markdown (.md), HTML and plain text (.txt) files can "
    f"be read. {SAVE_AGAIN}"
)


def read(path: Path) -> Outline:
    """The outline of the draft in this file, whose kind is told by the end of its name."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableDraft("The file could not be opened.") from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, filename: str) -> Outline:
    """The same for a file that was sent here. Raises UnreadableDraft, with a sentence."""
    name = Path(filename)
    suffix = name.suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        raise UnreadableDraft(ADVICE_FOR.get(suffix, OTHERWISE))
    if not data:
        raise UnreadableDraft("The file is empty. Save the draft again and send it once more.")
    if len(data) > MOST_BYTES:
        raise UnreadableDraft(
            f"The file is larger than {MOST_BYTES // 1024**2} MB. Make its pictures smaller, or "
            "leave them out and add them to the draft afterwards."
        )
    outline = reader(data)
    return outline if outline.title else _named_after_file(outline, name)


def _named_after_file(outline: Outline, name: Path) -> Outline:
    title = " ".join(name.stem.replace("_", " ").replace("-", " ").split()) or "Draft"
    return replace(
        outline,
        title=title,
        sections=tuple(
            replace(section, title=title) if section.is_untitled else section
            for section in outline.sections
        ),
        notes=("No title was found in the file, so its name was taken.", *outline.notes),
    )
