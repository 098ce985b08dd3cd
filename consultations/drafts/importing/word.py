"""Word drafts (.docx), through mammoth.

mammoth turns Word's paragraphs into HTML. Before it does, what it would leave out is made plain to
it in the file's own terms (see `word_parts`), in a package of only those parts that hold text.
"""

import posixpath
import re

import mammoth
from mammoth import images as mammoth_images

from .hypertext import outline_of_html
from .notes import Noted
from .outline import Image, Outline, UnreadableDraft
from .packages import DAMAGED, Package, as_bytes, packed, safe_tree
from .pictures import sound_image
from .trees import tree_of
from .word_numbers import Numbers
from .word_parts import Parts
from .word_styles import STYLE_MAP, Styles

ADVICE = "Save the draft as a Word document (.docx) and try again."
MAIN = re.compile(r"word/document\d*\.xml")
TEXT = re.compile(r"word/(?:document\d*|footnotes|endnotes|styles|numbering)\.xml")
PICTURE = re.compile(r"word/media/[^/]+")
RELATIONS = re.compile(r"(?:word/)?_rels/[^/]*\.rels")
AROUND = re.compile(r"word/(?:header|footer)\d*\.xml")
CORE = "docProps/core.xml"


def read_docx(data: bytes) -> Outline:
    package = Package(data, advice=ADVICE)
    if not any(MAIN.fullmatch(name) for name in package.names):
        raise UnreadableDraft(f"The file is not a Word document, whatever its name says. {ADVICE}")
    noted = Noted()
    title = _title(package)
    parts = _parts(package, noted)
    pictures: list[tuple[bytes, str]] = []
    try:
        html = mammoth.convert_to_html(
            packed(parts),
            style_map=STYLE_MAP,
            include_embedded_style_map=False,
            convert_image=mammoth_images.img_element(lambda image: _keep(image, pictures)),
            id_prefix="",
        ).value
    except RecursionError:
        raise UnreadableDraft(DAMAGED) from None
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError):
        # mammoth names no errors of its own for a package whose parts do not fit together.
        raise UnreadableDraft(DAMAGED) from None
    return outline_of_html(
        tree_of(html).body,
        noted,
        known_title=title,
        picture=lambda address, alt: _picture(address, alt, pictures, noted),
    )


def _parts(package: Package, noted: Noted) -> dict[str, bytes]:
    """The parts that hold text, changed for mammoth; macros and whatever else are left behind."""
    trees = {name: package.xml(name) for name in package.names if TEXT.fullmatch(name)}
    main = next(name for name in trees if MAIN.fullmatch(name))
    w = trees[main].tag.removesuffix("document")
    styles = Styles(trees.get("word/styles.xml"), w)
    numbers = Numbers(trees.get("word/numbering.xml"), w)
    _note_what_is_left(package, noted, w)
    for name in (main, "word/footnotes.xml", "word/endnotes.xml"):
        if name in trees:
            Parts(trees[name], w, styles, numbers, noted).prepare()
    parts = {}
    for name in package.names:
        if name in trees:
            parts[name] = as_bytes(trees[name])
        elif name == "[Content_Types].xml" or RELATIONS.fullmatch(name):
            parts[name] = as_bytes(package.xml(name))
        elif PICTURE.fullmatch(name):
            parts[name] = package.read(name)
    return parts


def _note_what_is_left(package: Package, noted: Noted, w: str) -> None:
    if any(posixpath.basename(name).lower() == "vbaproject.bin" for name in package.names):
        noted.say("The file has macros. They were not read, and nothing of them was kept.")
    if "word/comments.xml" in package:
        noted.comments = sum(1 for _ in package.xml("word/comments.xml").iter(f"{w}comment"))
    for name in package.names:
        if AROUND.fullmatch(name):
            words = "".join(text.text or "" for text in package.xml(name).iter(f"{w}t"))
            if re.search(r"[^\W\d]{3}", words):
                noted.say("The words at the head and foot of its pages were left out.")


def _keep(image, pictures: list[tuple[bytes, str]]) -> dict[str, str]:
    try:
        with image.open() as file:
            data = file.read()
    except (KeyError, OSError, mammoth.docx.files.InvalidFileReferenceError):
        return {"src": "elsewhere"}
    pictures.append((data, f"image{len(pictures) + 1}"))
    return {"src": f"kept:{len(pictures) - 1}"}


def _picture(
    address: str, alt: str, pictures: list[tuple[bytes, str]], noted: Noted
) -> Image | None:
    kind, _, number = address.partition(":")
    if kind != "kept":
        noted.elsewhere += 1
        return None
    data, name = pictures[int(number)]
    return sound_image(data, name, alt, noted)


def _title(package: Package) -> str:
    """The title in the file's properties."""
    if CORE not in package:
        return ""
    found = safe_tree(package.read(CORE)).find("{http://purl.org/dc/elements/1.1/}title")
    return " ".join((found.text or "").split()) if found is not None else ""
