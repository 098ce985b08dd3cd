"""What the styles of a Word file mean: which are headings, titles, captions, entries of a contents.

A style counts by its built-in name, which Word writes in English whatever its menus say, by its
place in the outline, or by the style it is based on.
"""

import re
from dataclasses import dataclass

from lxml import etree

ROLES = {
    "title": "DraftTitle",
    "subtitle": "DraftSubtitle",
    "tocheading": "DraftContents",
    "caption": "DraftCaption",
    "imagecaption": "DraftCaption",
    "tablecaption": "DraftCaption",
    "quote": "DraftQuotation",
    "intensequote": "DraftQuotation",
    "blocktext": "DraftQuotation",
    "quotations": "DraftQuotation",
}
HEADING = re.compile(r"heading([1-9])")
CONTENTS = re.compile(r"toc[1-9]|tableoffigures|contents[1-9]")
STYLE_MAP = "\n".join(
    [
        "p.DraftTitle => p.title:fresh",
        "p.DraftSubtitle => p:fresh",
        "p.DraftContents => p.contents:fresh",
        "p.DraftCaption => p.caption:fresh",
        "p.DraftQuotation => blockquote > p:fresh",
        *(f"p.DraftHeading{n} => h{min(n, 6)}:fresh" for n in range(1, 10)),
    ]
)


@dataclass
class Style:
    name: str
    based_on: str = ""
    outline: int | None = None
    is_bold: bool | None = None
    numbering: tuple[str, str] | None = None


class Styles:
    def __init__(self, root: etree._Element | None, w: str):
        self._w = w
        self._styles: dict[str, Style] = {}
        for element in root.iter(f"{w}style") if root is not None else ():
            self._styles[element.get(f"{w}styleId") or ""] = self._read(element)

    def _read(self, element: etree._Element) -> Style:
        w = self._w
        value = f"{w}val"
        name, based_on = element.find(f"{w}name"), element.find(f"{w}basedOn")
        outline = element.find(f"{w}pPr/{w}outlineLvl")
        bold = element.find(f"{w}rPr/{w}b")
        return Style(
            (name.get(value) or "") if name is not None else "",
            (based_on.get(value) or "") if based_on is not None else "",
            _whole(outline.get(value)) if outline is not None else None,
            is_on(bold, w),
            numbering_of(element.find(f"{w}pPr/{w}numPr"), w),
        )

    def chain(self, style_id: str) -> list[Style]:
        """The style and those it is based on, in order."""
        found, seen = [], set()
        while style_id and style_id not in seen:
            seen.add(style_id)
            style = self._styles.get(style_id) or Style(style_id)
            found.append(style)
            style_id = style.based_on
        return found

    def role(self, style_id: str, outline: int | None = None) -> str:
        """The name by which `STYLE_MAP` knows it, or "" for running text."""
        if outline is not None and outline < 9:
            return f"DraftHeading{outline + 1}"
        for style in self.chain(style_id):
            name = style.name.casefold().replace(" ", "")
            if name in ROLES:
                return ROLES[name]
            if heading := HEADING.fullmatch(name):
                return f"DraftHeading{heading[1]}"
            if CONTENTS.fullmatch(name):
                return "DraftContents"
            if style.outline is not None and style.outline < 9:
                return f"DraftHeading{style.outline + 1}"
        return ""

    def is_bold(self, style_id: str) -> bool:
        return next((s.is_bold for s in self.chain(style_id) if s.is_bold is not None), False)

    def numbering(self, style_id: str) -> tuple[str, str] | None:
        """The list (its id) and the depth in it that the style brings along."""
        return next((s.numbering for s in self.chain(style_id) if s.numbering), None)


def is_on(element: etree._Element | None, w: str) -> bool | None:
    """Whether a property such as bold is switched on, or off; None when nothing is said."""
    if element is None:
        return None
    return element.get(f"{w}val") not in ("0", "false", "off", "none")


def numbering_of(properties: etree._Element | None, w: str) -> tuple[str, str] | None:
    if properties is None:
        return None
    number, depth = properties.find(f"{w}numId"), properties.find(f"{w}ilvl")
    if number is None:
        return None
    return number.get(f"{w}val") or "0", (depth.get(f"{w}val") or "0") if depth is not None else "0"


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() else None
