"""Files that are broken, locked, disguised or meant to do harm: a sentence for each, at once."""

import io
import struct
import time
import zipfile

import docx
import pytest

from consultations.drafts.importing import UnreadableDraft, packages, read_bytes

from .files import changed, open_document, plain_word, repacked

SAVE = "Save the draft as a Word document (.docx) and try again."
OPEN = "Save the draft as an OpenDocument text (.odt) and try again."
DAMAGED = "The file is damaged. Open it in a word processor, save it again and try once more."
LOCKED = "The file is protected by a password. Save it without one and try again."
TOO_LARGE = (
    "The file would unpack to far more than a draft holds, so it was not opened. "
    "Copy its text into a new document and try again."
)


def refusal(data, name):
    with pytest.raises(UnreadableDraft) as refused:
        read_bytes(data, name)
    return str(refused.value)


@pytest.mark.parametrize("name", ["d.txt", "d.md", "d.html", "d.docx", "d.odt"])
def test_an_empty_file_is_said_to_be_empty(name):
    assert refusal(b"", name) == "The file is empty. Save the draft again and send it once more."


@pytest.mark.parametrize("name", ["d.txt", "d.docx"])
def test_a_file_over_the_limit_is_not_opened(name):
    limit = 25 * 1024 * 1024

    assert refusal(b"a" * (limit + 1), name).startswith("The file is larger than 25 MB.")
    assert "larger than" not in refusal(b"a" * limit, name)


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"%PDF-1.7 scanned", "d.docx", f"The file is a PDF, whatever its name says. {SAVE}"),
        (
            b"{\\rtf1 x}",
            "d.docx",
            f"The file is in rich text format, whatever its name says. {SAVE}",
        ),
        (
            b"\xd0\xcf\x11\xe0 old",
            "d.docx",
            f"The file is an old Word or Office file, whatever its name says. {SAVE}",
        ),
        (b"<html>", "d.docx", f"The file is not of the type that its name says. {SAVE}"),
        (b"%PDF-1.7", "d.odt", f"The file is a PDF, whatever its name says. {OPEN}"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "d.docx", LOCKED),
        (b"PK\x03\x04 and no more", "d.docx", DAMAGED),
        (b"%PDF-1.7", "d.pdf", None),
        (b"\xd0\xcf\x11\xe0", "d.doc", f"Files of the old Word (.doc) cannot be read. {SAVE}"),
        (b"{\\rtf1", "d.rtf", f"Files in rich text format cannot be read. {SAVE}"),
    ],
)
def test_a_file_that_is_something_else_is_told_by_what_is_in_it(data, name, sentence):
    said = refusal(data, name)

    assert said == sentence if sentence else said.startswith("PDF files cannot be read")


def test_an_opendocument_file_named_as_word_is_refused_and_the_other_way_round():
    assert refusal(open_document(), "d.docx").startswith("The file is not a Word document")
    assert refusal(plain_word(), "d.odt").startswith("The file is not an OpenDocument text")


def test_a_word_file_cut_short_is_damaged():
    data = plain_word()

    assert refusal(data[: len(data) // 2], "d.docx") == DAMAGED


def test_an_opendocument_file_with_a_password_is_locked():
    data = changed(
        open_document(),
        "META-INF/manifest.xml",
        b'manifest:full-path="content.xml"',
        b'manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
        b'<manifest:file-entry manifest:full-path="other.xml"',
    )

    assert refusal(data, "d.odt") == LOCKED


def test_a_zip_with_a_password_is_locked():
    data = bytearray(plain_word())
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1

    assert refusal(bytes(data), "d.docx") == LOCKED


@pytest.mark.parametrize("name", ["d.docx", "d.odt"])
def test_a_zip_bomb_is_refused_by_what_it_declares(name):
    source = plain_word() if name == "d.docx" else open_document()
    bomb = repacked(source, {"word/media/image1.png": b"\0" * (30 * 1024 * 1024)})
    started = time.process_time()

    assert len(bomb) < 200_000
    assert refusal(bomb, name) == TOO_LARGE
    assert time.process_time() - started < 2


def test_a_zip_bomb_that_declares_little_is_refused_by_what_comes_out():
    body = b"<a>" + b" " * (20 * 1024 * 1024) + b"</a>"
    bomb = bytearray(repacked(plain_word(), {"word/styles.xml": body}))
    size = struct.pack("<I", len(body))
    while (at := bomb.find(size)) > 0:
        bomb[at : at + 4] = struct.pack("<I", 1000)

    assert refusal(bytes(bomb), "d.docx") in (TOO_LARGE, DAMAGED)


def test_too_many_parts_are_refused():
    parts = {f"word/media/{n}.png": b"" for n in range(packages.MOST_ENTRIES)}

    assert refusal(repacked(plain_word(), parts), "d.docx") == TOO_LARGE


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("d.txt", b"Our plan\n\n" + b"We plant trees. " * 400_000),
        ("d.md", b"# Our plan\n\n" + b"We plant trees. " * 400_000),
        ("d.html", b"<h1>Our plan</h1>" + b"<p>" * 260_000),
    ],
)
def test_a_text_without_end_is_refused(name, data):
    assert refusal(data, name) == (
        "The file is far longer than a draft. Cut it into several documents."
    )


def test_a_word_file_of_endless_parts_is_refused():
    runs = b"".join(b"<w:r w:rsidR='%08X'/>" % (n * 2654435761 % 2**32) for n in range(260_000))
    data = changed(
        plain_word(), "word/document.xml", b"<w:sectPr", b"<w:p>" + runs + b"</w:p><w:sectPr"
    )

    assert refusal(data, "d.docx") == (
        "The file is far longer than a draft. Cut it into several documents."
    )


ENTITIES = [
    b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
    b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
    b'<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;&l;&l;&l;&l;&l;&l;&l;">]>',
]


@pytest.mark.parametrize("entities", ENTITIES, ids=["file", "network", "bomb"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("d.docx", "word/document.xml"),
        ("d.docx", "word/styles.xml"),
        ("d.docx", "[Content_Types].xml"),
        ("d.docx", "docProps/core.xml"),
        ("d.odt", "content.xml"),
        ("d.odt", "META-INF/manifest.xml"),
    ],
)
def test_a_part_with_entities_of_its_own_is_refused(name, part, entities, encoding):
    source = plain_word() if name == "d.docx" else open_document()
    with zipfile.ZipFile(io.BytesIO(source)) as package:
        text = package.read(part).decode("utf-8")
    text = text[text.index("?>") + 2 :] if text.startswith("<?xml") else text
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    data = repacked(source, {part: (head + entities.decode() + text).encode(encoding)})

    assert refusal(data, name) == DAMAGED


def test_parts_inside_one_another_beyond_reason_are_refused():
    deep = "<h1>Our plan</h1><p>Text.</p>{}x{}<p>End.</p>"
    too_deep = "The parts of the file lie too deep inside one another to be read."

    outline = read_bytes(deep.format("<div>" * 200, "</div>" * 200).encode(), "d.html")
    assert [passage.text for passage in outline.sections[0].passages] == ["Text.", "x", "End."]
    for tag in ("div", "b"):
        data = deep.format(f"<{tag}>" * 5000, f"</{tag}>" * 5000).encode()
        assert refusal(data, "d.html") == too_deep
    assert refusal(b"# Our plan\n\nText.\n\n" + b">" * 3000 + b" x", "d.md") == too_deep

    tables = "<w:tbl><w:tr><w:tc>" * 2000 + "</w:tc></w:tr></w:tbl>" * 2000
    data = changed(plain_word(), "word/document.xml", b"<w:sectPr", f"{tables}<w:sectPr".encode())
    assert refusal(data, "d.docx") == DAMAGED


def test_a_script_address_is_no_link_and_no_script_is_text():
    outline = read_bytes(
        b"<h1>Our plan</h1><p><a href=' javascript:alert(1)'>here</a> &lt;b&gt;"
        b"<script>alert(2)</script><img src=x onerror=alert(3)></p>",
        "d.html",
    )

    (passage,) = outline.sections[0].passages
    assert (passage.text, passage.links) == ("here <b>", ())


def test_bytes_of_any_kind_in_a_word_file_are_refused_in_words():
    for part in ("word/document.xml", "word/numbering.xml", "word/_rels/document.xml.rels"):
        assert refusal(repacked(plain_word(), {part: b"\xff\x00<"}), "d.docx") == DAMAGED


def test_a_word_file_without_its_text_is_no_word_file():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("hello.txt", "hello")

    assert refusal(file.getvalue(), "d.docx").startswith("The file is not a Word document")


def test_a_word_file_without_words_says_so():
    file = io.BytesIO()
    docx.Document().save(file)

    assert refusal(file.getvalue(), "d.docx") == "The file has no words in it."


@pytest.mark.parametrize("name", ["d.md", "d.html", "d.txt"])
def test_text_in_a_broken_encoding_is_read_or_refused_in_words(name):
    data = b"<p>Our plan</p>\n\n<p>Caf\xe9 \xff\xfe trees \x81\x8d and shade.</p>"
    outline = read_bytes(data, name)

    assert "trees" in outline.sections[0].passages[0].text
