"""The bytes of a plain text file, as text that is safe to keep and to compare."""

import codecs

from .outline import TOO_LONG, UnreadableDraft

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MOST_CHARACTERS = 6_000_000  # about a million words
ADVICE = "Save the draft as plain text and try again."
OTHER_FORMATS = {
    b"PK\x03\x04": "The file is a Word, OpenDocument or zip file, whatever its name says.",
    b"\xd0\xcf\x11\xe0": "The file is an old Word or Office file, whatever its name says.",
    b"%PDF-": "The file is a PDF, whatever its name says.",
    b"{\\rtf": "The file is in rich text format, whatever its name says.",
}
CONTROLS = dict.fromkeys([*range(9), *range(10, 32), *range(127, 160)])
del CONTROLS[ord("\n")]
# Soft hyphens and zero-width spaces split words for a search; directional overrides make a
# passage read otherwise than it is stored.
INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def decode(data: bytes, *, advice: str = ADVICE) -> str:
    """The text in UTF-8, UTF-16 or Windows-1252, its lines ended by one sign and none hidden."""
    refuse_other_formats(data, advice=advice)
    found = "\n".join(_characters(data).splitlines()).replace("\x1f", " ")
    text = found.translate(CONTROLS)
    removed = len(found) - len(text)
    if removed > 20 and removed > len(found) / 10:
        raise UnreadableDraft("The file does not look like plain text.")
    return text.translate(INVISIBLE)


def refuse_other_formats(data: bytes, *, advice: str) -> None:
    for signature, sentence in OTHER_FORMATS.items():
        if data.startswith(signature):
            raise UnreadableDraft(f"{sentence} {advice}")


def refuse_endless(text: str) -> None:
    """Where every character is text, not a picture written into it."""
    if len(text) > MOST_CHARACTERS:
        raise UnreadableDraft(TOO_LONG)


def _characters(data: bytes) -> str:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if data[1::2].count(0) > len(data) * 0.4:
        return data.decode("utf-16-le", errors="replace")
    if data[0::2].count(0) > len(data) * 0.4:
        return data.decode("utf-16-be", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
