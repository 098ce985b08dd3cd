"""The words of a letter that somebody uploads, so that they stand in the box like typed ones."""

import tempfile
from pathlib import Path

from consultations.drafts.importing import UnreadableDraft
from consultations.drafts.importing.apart import read_apart
from consultations.drafts.importing.decoding import decode
from consultations.drafts.importing.outline import Kind
from consultations.responses.domain.files import Refused

READABLE = ("docx", "odt", "txt")
IN_THE_FILE = "My letter is in the file that comes with this response."


def letter_text(*, ending, content):
    """Every word in the file, or a sentence that points to it where no words can be read.

    Raises Refused where the file is of a kind that is read, and cannot be.
    """
    if ending not in READABLE:
        return IN_THE_FILE
    try:
        text = decode(content) if ending == "txt" else _read(ending, content)
    except UnreadableDraft as error:
        raise Refused(str(error)) from None
    return text.strip() or IN_THE_FILE


def _read(ending, content):
    """In a process of its own, as everything is read that strangers send."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"letter.{ending}"
        path.write_bytes(content)
        outline = read_apart(path)
    lines = [] if outline.is_untitled else [outline.title]
    for section in outline.sections:
        if not (section.is_front_matter or section.is_untitled):
            lines.append(section.title)
        lines += [_line(passage) for passage in section.passages]
    return "\n\n".join(line for line in lines if line.strip())


def _line(passage):
    marker = passage.marker or ("•" if passage.kind == Kind.BULLET else "")
    return f"{marker} {passage.text}".strip()
