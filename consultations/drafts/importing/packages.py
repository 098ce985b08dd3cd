"""Files that are zip packages (Word, OpenDocument), opened with distrust.

A package is never unpacked to the disk. What is declared and what comes out are both measured, and
an XML part with a document type, through which entities and other files come in, is refused.
"""

import io
import zipfile
import zlib

from lxml import etree

from .decoding import refuse_other_formats
from .outline import TOO_LONG, UnreadableDraft

MOST_ENTRIES = 5000
MOST_UNPACKED = 200 * 1024 * 1024
MOST_XML = 40 * 1024 * 1024
MOST_ELEMENTS = 250_000  # several times those of a document of five thousand paragraphs
HIGHEST_RATIO = 250
SMALL = 1024 * 1024  # below this a high ratio does no harm
TOO_LARGE = (
    "The file would unpack to far more than a draft holds, so it was not opened. "
    "Copy its text into a new document and try again."
)
DAMAGED = "The file is damaged. Open it in a word processor, save it again and try once more."
LOCKED = "The file is protected by a password. Save it without one and try again."
OLD_PACKAGE = b"\xd0\xcf\x11\xe0"
LOCKED_STREAM = "EncryptedPackage".encode("utf-16-le")


class Package:
    """The parts of one file. Every way in raises UnreadableDraft, with a sentence."""

    def __init__(self, data: bytes, *, advice: str):
        if data.startswith(OLD_PACKAGE) and LOCKED_STREAM in data:
            raise UnreadableDraft(LOCKED)
        if not data.startswith(b"PK"):
            refuse_other_formats(data, advice=advice)
            raise UnreadableDraft(f"The file is not of the type that its name says. {advice}")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            raise UnreadableDraft(DAMAGED) from None
        self._unpacked = self._xml = self._elements = 0
        entries = self._zip.infolist()
        self._entries = {entry.filename: entry for entry in entries}
        if len(entries) > MOST_ENTRIES or sum(e.file_size for e in entries) > MOST_UNPACKED:
            raise UnreadableDraft(TOO_LARGE)
        if any(_is_out_of_proportion(entry.file_size, entry) for entry in entries):
            raise UnreadableDraft(TOO_LARGE)
        if any(entry.flag_bits & 1 for entry in entries):
            raise UnreadableDraft(LOCKED)

    @property
    def names(self) -> list[str]:
        return list(self._entries)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def read(self, name: str) -> bytes:
        """The bytes of a part, no more of them than is allowed, whatever the package declares."""
        entry = self._entries.get(name)
        if entry is None:
            raise UnreadableDraft(DAMAGED)
        left = MOST_UNPACKED - self._unpacked
        try:
            with self._zip.open(entry) as part:
                data = part.read(left + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError):
            raise UnreadableDraft(DAMAGED) from None
        self._unpacked += len(data)
        if len(data) > left or _is_out_of_proportion(len(data), entry):
            raise UnreadableDraft(TOO_LARGE)
        return data

    def xml(self, name: str) -> etree._Element:
        """The tree of a part of the package."""
        data = self.read(name)
        self._xml += len(data)
        if self._xml > MOST_XML:
            raise UnreadableDraft(TOO_LARGE)
        root = safe_tree(data)
        self._elements += sum(1 for _ in root.iter())
        if self._elements > MOST_ELEMENTS:
            raise UnreadableDraft(TOO_LONG)
        return root


def _is_out_of_proportion(size: int, entry: zipfile.ZipInfo) -> bool:
    return size > SMALL and size > HIGHEST_RATIO * max(entry.compress_size, 1)


def safe_tree(data: bytes) -> etree._Element:
    """XML without a document type, read without the network and without depth beyond reason."""
    if b"<!DOCTYPE" in data or "<!DOCTYPE".encode("utf-16-le") in data[1:] + b" ":
        raise UnreadableDraft(DAMAGED)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise UnreadableDraft(DAMAGED) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableDraft(DAMAGED)
    return root


def as_bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def packed(parts: dict[str, bytes]) -> io.BytesIO:
    """A new package of these parts alone, for a library to read."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    file.seek(0)
    return file
