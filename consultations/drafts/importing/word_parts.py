"""A part of a Word file, changed in memory so that mammoth reads all that a reader would see.

Accepted: what was inserted. Gone: what was deleted, and hidden text. Made plain: styles that are
headings by another name, numbers that Word counts by itself, fields, formulas, text boxes.
"""

from lxml import etree

from .markup import MARKER_END, MARKER_START
from .notes import Noted
from .word_numbers import Numbers
from .word_styles import Styles, is_on, numbering_of

MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
CHANGES = ("ins", "del", "moveFrom", "moveTo")
UNWRAPPED = ("fldSimple", "dir", "bdo")
AS_BREAKS = {"cr": "br", "ptab": "tab"}


class Parts:
    def __init__(
        self, root: etree._Element, w: str, styles: Styles, numbers: Numbers, noted: Noted
    ):
        self.root, self.w = root, w
        self.styles, self.numbers, self.noted = styles, numbers, noted

    def prepare(self) -> None:
        w = self.w
        self.noted.changes += sum(1 for _ in self.root.iter(*(f"{w}{name}" for name in CHANGES)))
        self._take_text_boxes()
        for row in list(self.root.iter(f"{w}tr")):
            if row.find(f"{w}trPr/{w}del") is not None:
                row.getparent().remove(row)
        for tag in UNWRAPPED:
            for element in list(self.root.iter(f"{w}{tag}")):
                _unwrap(element)
        for tag, other in AS_BREAKS.items():
            for element in self.root.iter(f"{w}{tag}"):
                element.tag = f"{w}{other}"
        for formula in list(self.root.iter(f"{MATHS}oMath")):
            self._write_out(formula)
        if next(self.root.iter(f"{w}altChunk"), None) is not None:
            self.noted.say("A document inside the document was left out: copy its text in.")
        for paragraph in self.root.iter(f"{w}p"):
            self._paragraph(paragraph)

    def _take_text_boxes(self) -> None:
        """mammoth reads a text box in its older form, which Word keeps beside the newer one."""
        w = self.w
        for box in list(self.root.iter(f"{w}txbxContent")):
            choice = next(box.iterancestors(f"{COMPATIBILITY}Choice"), None)
            has_fallback = choice is not None and (
                choice.getparent().find(f"{COMPATIBILITY}Fallback") is not None
            )
            if has_fallback:
                continue
            self.noted.text_boxes += 1
            is_older = next(box.iterancestors(f"{w}pict"), None) is not None
            anchor = next(box.iterancestors(f"{w}p"), None)
            if is_older or anchor is None:
                continue
            for child in reversed(list(box)):
                anchor.addnext(child)

    def _write_out(self, formula: etree._Element) -> None:
        self.noted.say("Formulas were written out as plain text: check them.")
        run = etree.Element(f"{self.w}r")
        text = etree.SubElement(run, f"{self.w}t")
        text.text = "".join(part.text or "" for part in formula.iter(f"{MATHS}t"))
        parent = formula.getparent()
        if parent.tag == f"{MATHS}oMathPara":
            parent.getparent().replace(parent, run)
        else:
            parent.replace(formula, run)

    def _paragraph(self, paragraph: etree._Element) -> None:
        w = self.w
        properties = paragraph.find(f"{w}pPr")
        style_id, outline, numbering = "", None, None
        if properties is not None:
            style_id = _val(properties.find(f"{w}pStyle"), w)
            level = _val(properties.find(f"{w}outlineLvl"), w)
            outline = int(level) if level.isdigit() else None
            numbering = numbering_of(properties.find(f"{w}numPr"), w)
        self._runs(paragraph, is_bold=self.styles.is_bold(style_id))
        numbering = numbering or self.styles.numbering(style_id)
        if numbering is not None and numbering[1].isdigit():
            self._say_number(paragraph, self.numbers.next(numbering[0], int(numbering[1])))
        if role := self.styles.role(style_id, outline):
            self._set_style(paragraph, role)

    def _runs(self, paragraph: etree._Element, *, is_bold: bool) -> None:
        w = self.w
        for run in list(paragraph.iter(f"{w}r")):
            properties = run.find(f"{w}rPr")
            if properties is None:
                if is_bold:
                    etree.SubElement(_first(run, f"{w}rPr"), f"{w}b")
                continue
            if is_on(properties.find(f"{w}vanish"), w):
                if any((text.text or "").strip() for text in run.iter(f"{w}t")):
                    self.noted.say("Hidden text was left out.")
                run.getparent().remove(run)
                continue
            is_shouted = is_on(properties.find(f"{w}caps"), w)
            if (is_bold or is_shouted) and properties.find(f"{w}b") is None:
                etree.SubElement(properties, f"{w}b")

    def _say_number(self, paragraph: etree._Element, number: str) -> None:
        """Write the number at the paragraph's start, between signs that `markup` knows."""
        w = self.w
        has_text = any((text.text or "").strip() for text in paragraph.iter(f"{w}t"))
        if not number.strip() or not has_text:
            return
        run = etree.Element(f"{w}r")
        text = etree.SubElement(run, f"{w}t")
        text.text = f"{MARKER_START}{number.strip()}{MARKER_END}"
        at = 1 if len(paragraph) and paragraph[0].tag == f"{w}pPr" else 0
        paragraph.insert(at, run)

    def _set_style(self, paragraph: etree._Element, role: str) -> None:
        w = self.w
        properties = paragraph.find(f"{w}pPr")
        if properties is None:
            properties = _first(paragraph, f"{w}pPr")
        style = properties.find(f"{w}pStyle")
        if style is None:
            style = _first(properties, f"{w}pStyle")
        style.set(f"{w}val", role)


def _val(element: etree._Element | None, w: str) -> str:
    return (element.get(f"{w}val") or "") if element is not None else ""


def _first(parent: etree._Element, tag: str) -> etree._Element:
    child = etree.Element(tag)
    parent.insert(0, child)
    return child


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    at = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(at + 1, child)
    parent.remove(element)
