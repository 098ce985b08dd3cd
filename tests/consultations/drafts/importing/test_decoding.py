import pytest

from consultations.drafts.importing import UnreadableDraft
from consultations.drafts.importing.decoding import decode

TEXT = "It’s £5 – “café”\nand more"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_decode_reads_every_usual_encoding(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


def test_decode_keeps_the_rest_when_the_last_character_is_cut():
    assert decode(TEXT.encode("utf-16")[:-1]) == TEXT[:-1] + "\ufffd"


def test_decode_ends_lines_by_one_sign():
    assert decode("a\r\nb\rc\x0cd\u2028e".encode()) == "a\nb\nc\nd\ne"


def test_decode_removes_what_nobody_can_see():
    assert decode("a\x00b\x07c\u200bd\u202ee\xadf\tg".encode()) == "abcdef\tg"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"PK\x03\x04...", "The file is a Word, OpenDocument or zip file, whatever its name says."),
        (b"\xd0\xcf\x11\xe0", "The file is an old Word or Office file, whatever its name says."),
        (b"%PDF-1.7", "The file is a PDF, whatever its name says."),
        (b"{\\rtf1", "The file is in rich text format, whatever its name says."),
    ],
)
def test_decode_refuses_other_formats_by_what_is_in_them(data, sentence):
    with pytest.raises(UnreadableDraft) as refusal:
        decode(data)

    assert str(refusal.value) == f"{sentence} Save the draft as plain text and try again."


def test_decode_refuses_bytes_that_are_no_text_and_forgives_a_few():
    assert decode(b"Our plan" + b"\x01" * 20) == "Our plan"

    with pytest.raises(UnreadableDraft, match=r"^The file does not look like plain text\.$"):
        decode(b"Our plan" + b"\x01" * 21)
