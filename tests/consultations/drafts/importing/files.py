"""Small Word and OpenDocument files, whole or with parts of them changed."""

import io
import zipfile

import docx
from odfdo import Document, Header
from odfdo import Paragraph as OpenParagraph


def word(fill=None) -> bytes:
    """A Word file with a title and a heading, and whatever `fill` adds to the document."""
    document = docx.Document()
    document.core_properties.title = ""
    document.add_paragraph("Our plan", style="Title")
    document.add_heading("Aims", level=1)
    if fill is not None:
        fill(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def plain_word() -> bytes:
    return word(lambda document: document.add_paragraph("We plant trees."))


def open_document(fill=None) -> bytes:
    document = Document("text")
    for level in document.styles.root.get_elements("//text:outline-level-style"):
        level.set_attribute("style:num-format", "")
    document.body.clear()
    document.body.append(OpenParagraph("Our plan", style="Title"))
    document.body.append(Header(1, "Aims"))
    if fill is None:
        document.body.append(OpenParagraph("We plant trees."))
    else:
        fill(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def repacked(data: bytes, parts: dict[str, bytes]) -> bytes:
    """The same package with these parts in place of its own, or added."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in source.infolist():
            if entry.filename not in parts:
                target.writestr(entry.filename, source.read(entry))
        for name, part in parts.items():
            target.writestr(name, part)
    return file.getvalue()


def changed(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        part = package.read(name)
    assert old in part
    return repacked(data, {name: part.replace(old, new, 1)})
