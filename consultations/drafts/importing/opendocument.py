"""OpenDocument drafts (.odt), through odfdo.

odfdo gives the document's elements; this file says in HTML what each of them is.
"""

import re

from odfdo import Document

from .hypertext import outline_of_html
from .notes import Noted
from .opendocument_styles import OpenStyles
from .opendocument_text import Writer
from .outline import Image, Outline, UnreadableDraft
from .packages import DAMAGED, LOCKED, Package, as_bytes, packed
from .pictures import sound_image
from .trees import tree_of

ADVICE = "Save the draft as an OpenDocument text (.odt) and try again."
MANIFEST = "META-INF/manifest.xml"
XML_PARTS = ("content.xml", "styles.xml", "meta.xml", MANIFEST)
KINDS = (
    b"application/vnd.oasis.opendocument.text",
    b"application/vnd.oasis.opendocument.text-template",
)
ENCRYPTED = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}encryption-data"
MACROS = re.compile(r"(?:Basic|Scripts)/.*[^/]")


def read_odt(data: bytes) -> Outline:
    package = Package(data, advice=ADVICE)
    if "content.xml" not in package or "mimetype" not in package:
        raise UnreadableDraft(f"The file is not an OpenDocument text. {ADVICE}")
    if package.read("mimetype").strip() not in KINDS:
        raise UnreadableDraft(f"The file is not an OpenDocument text. {ADVICE}")
    noted = Noted()
    parts = _parts(package)
    if any(MACROS.fullmatch(name) for name in package.names):
        noted.say("The file has macros. They were not read, and nothing of them was kept.")
    try:
        document = Document(packed(parts))
        html = Writer(OpenStyles(document), noted).write(document.body)
        title = " ".join((document.meta.title or "").split()) if "meta.xml" in parts else ""
    except (RecursionError, KeyError, ValueError, TypeError, AttributeError, OSError):
        # odfdo names no error of its own for a package whose parts do not fit together.
        raise UnreadableDraft(DAMAGED) from None
    return outline_of_html(
        tree_of(html).body,
        noted,
        known_title=title,
        picture=lambda address, alt: _picture(address, alt, package, noted),
    )


def _parts(package: Package) -> dict[str, bytes]:
    """The parts that hold text, each of them checked before odfdo sees it."""
    trees = {name: package.xml(name) for name in XML_PARTS if name in package}
    if MANIFEST in trees and next(trees[MANIFEST].iter(ENCRYPTED), None) is not None:
        raise UnreadableDraft(LOCKED)
    parts = {"mimetype": package.read("mimetype").strip()}
    parts |= {name: as_bytes(tree) for name, tree in trees.items()}
    return parts


def _picture(address: str, alt: str, package: Package, noted: Noted) -> Image | None:
    name = address.removeprefix("./")
    if not name.startswith("Pictures/") or name not in package:
        noted.elsewhere += 1
        return None
    return sound_image(package.read(name), name.rpartition("/")[2], alt, noted)
