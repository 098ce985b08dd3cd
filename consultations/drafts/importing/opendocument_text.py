"""The elements of an OpenDocument text, written as HTML for `markup` to read."""

from html import escape

from odfdo import Element

from .grids import MOST_COLUMNS
from .markup import MARKER_END, MARKER_START
from .notes import Noted
from .opendocument_styles import OpenStyles

SKIPPED = frozenset(
    [
        "text:tracked-changes",
        "text:sequence-decls",
        "text:variable-decls",
        "text:user-field-decls",
        "office:forms",
        "office:annotation-end",
        "table:table-column",
        "table:table-columns",
        "table:covered-table-cell",
        "svg:title",
        "svg:desc",
        "office:event-listeners",
    ]
)
INDEXES = frozenset(["text:table-of-content", "text:illustration-index", "text:table-index"])
SECTIONS = {"title": "title", "caption": "caption", "contents": "contents"}


class Writer:
    def __init__(self, styles: OpenStyles, noted: Noted):
        self.styles, self.noted = styles, noted
        self._notes: list[str] = []
        self._boxes: list[str] = []

    def write(self, body: Element) -> str:
        changes = body.get_element("text:tracked-changes")
        if changes is not None:
            self.noted.changes = len(changes.get_elements("text:changed-region"))
        return self._blocks(body) + "".join(self._notes)

    def _blocks(self, parent: Element, list_style: str = "", depth: int = 0) -> str:
        return "".join(self._block(child, list_style, depth) for child in parent.children)

    def _block(self, element: Element, list_style: str, depth: int) -> str:
        tag = element.tag
        if tag in SKIPPED:
            return ""
        if tag in ("text:p", "text:h"):
            return self._paragraph(element)
        if tag == "text:list":
            return self._list(element, list_style, depth)
        if tag == "table:table":
            return self._table(element)
        if tag in INDEXES:
            return f'<div class="contents">{self._blocks(element)}</div>'
        if tag == "text:section" and _of(element, "text:display") == "none":
            self.noted.say("Hidden text was left out.")
            return ""
        if tag.startswith("draw:"):
            return f"<p>{self._inline(element)}</p>{self._take_boxes()}"
        return self._blocks(element)

    def _paragraph(self, element: Element, number: str = "") -> str:
        look = self.styles.look("paragraph", _of(element, "text:style-name"))
        if look.is_hidden:
            self.noted.say("Hidden text was left out.")
            return ""
        tag, attributes = "p", ""
        if element.tag == "text:h":
            level = int(_of(element, "text:outline-level") or 1)
            tag = f"h{min(level, 6)}"
            number = number or self.styles.heading_number(level)
        elif look.role.startswith("h"):
            tag = look.role
        elif look.role in SECTIONS:
            attributes = f' class="{SECTIONS[look.role]}"'
        html = self._children(element)
        if look.is_bold and tag == "p":
            html = f"<b>{html}</b>"
        if number and element.text_recursive.strip():
            html = f"{MARKER_START}{escape(number)}{MARKER_END}{html}"
        html = f"<{tag}{attributes}>{html}</{tag}>"
        if look.role == "quotation":
            html = f"<blockquote>{html}</blockquote>"
        return html + self._take_boxes()

    def _list(self, element: Element, outer: str, depth: int) -> str:
        """Lists are told apart by their style; one inside another has its style, one deeper."""
        name = _of(element, "text:style-name") or outer
        depth += 1
        goes_on = (
            _of(element, "text:continue-numbering") == "true"
            or bool(_of(element, "text:continue-list"))
            or depth > 1
        )
        self.styles.begin_list(name, goes_on=goes_on)
        parts = []
        for item in element.children:
            if item.tag == "text:list-header":
                parts.append(f"</ul>{self._blocks(item, name, depth)}<ul>")
            elif item.tag == "text:list-item":
                parts.append(self._item(item, name, depth))
        return f"<ul>{''.join(parts)}</ul>"

    def _item(self, item: Element, name: str, depth: int) -> str:
        children = [child for child in item.children if child.tag not in SKIPPED]
        if not children:
            return ""
        first, *rest = children
        if first.tag not in ("text:p", "text:h"):
            return f"<li>{self._blocks(item, name, depth)}</li>"
        has_text = bool(first.text_recursive.strip())
        number = self.styles.marker(name, depth, _of(item, "text:start-value")) if has_text else ""
        inside = "".join(self._block(child, name, depth) for child in rest)
        if first.tag == "text:h":
            return f"</ul>{self._paragraph(first, number)}{inside}<ul>"
        return f"<li>{self._paragraph(first, number)}{inside}</li>"

    def _table(self, table: Element) -> str:
        return f"<table>{self._rows(table)}</table>"

    def _rows(self, parent: Element) -> str:
        parts = []
        for child in parent.children:
            if child.tag == "table:table-header-rows":
                parts.append(f"<thead>{self._rows(child)}</thead>")
            elif child.tag in ("table:table-rows", "table:table-row-group"):
                parts.append(self._rows(child))
            elif child.tag == "table:table-row":
                cells = "".join(self._cell(cell) for cell in child.children)
                parts.append(f"<tr>{cells}</tr>")
        return "".join(parts)

    def _cell(self, cell: Element) -> str:
        if cell.tag != "table:table-cell":
            return ""
        across = _of(cell, "table:number-columns-spanned") or "1"
        down = _of(cell, "table:number-rows-spanned") or "1"
        repeated = min(int(_of(cell, "table:number-columns-repeated") or 1), MOST_COLUMNS)
        html = self._blocks(cell)
        again = f'<td colspan="{escape(across)}" rowspan="{escape(down)}">{html}</td>'
        return again * repeated

    def _children(self, element: Element) -> str:
        parts = [escape(element.text or "")]
        for child in element.children:
            parts += [self._inline(child), escape(child.tail or "")]
        return "".join(parts)

    def _inline(self, element: Element) -> str:
        tag = element.tag
        if tag in SKIPPED:
            return ""
        if tag == "text:s":
            return " "
        if tag == "text:tab":
            return " \t"
        if tag == "text:line-break":
            return "<br>"
        if tag == "text:span":
            return self._span(element)
        if tag == "text:a":
            href = escape(_of(element, "xlink:href"))
            return f'<a href="{href}">{self._children(element)}</a>'
        if tag == "text:note":
            return self._note(element)
        if tag == "office:annotation":
            self.noted.comments += 1
            return ""
        if tag == "draw:frame":
            return self._frame(element)
        if tag in ("draw:text-box", "draw:custom-shape"):
            self.noted.text_boxes += 1
            self._boxes.append(self._blocks(element))
            return ""
        if tag in ("text:hidden-text", "text:hidden-paragraph"):
            self.noted.say("Hidden text was left out.")
            return ""
        return self._children(element)

    def _span(self, element: Element) -> str:
        look = self.styles.look("text", _of(element, "text:style-name"))
        if look.is_hidden:
            self.noted.say("Hidden text was left out.")
            return ""
        html = self._children(element)
        html = f"<b>{html}</b>" if look.is_bold else html
        return f"<i>{html}</i>" if look.is_italic else html

    def _note(self, element: Element) -> str:
        name = f"note-{len(self._notes) + 1}"
        citation = element.get_element("text:note-citation")
        body = element.get_element("text:note-body")
        number = citation.text_recursive.strip() if citation is not None else ""
        self._notes.append("")
        place = len(self._notes) - 1
        html = self._blocks(body) if body is not None else ""
        self._notes[place] = f'<aside id="{name}">{html}</aside>'
        return f'<sup><a href="#{name}">[{escape(number or str(place + 1))}]</a></sup>'

    def _frame(self, frame: Element) -> str:
        """A picture, or a box of text, which comes after the paragraph it is anchored in."""
        image = next((child for child in frame.children if child.tag == "draw:image"), None)
        if image is None:
            return "".join(self._inline(child) for child in frame.children)
        said = [
            found.text_recursive.strip()
            for name in ("svg:desc", "svg:title")
            if (found := frame.get_element(name)) is not None
        ]
        alt = next((text for text in said if text), "")
        return f'<img src="{escape(_of(image, "xlink:href"))}" alt="{escape(alt)}">'

    def _take_boxes(self) -> str:
        boxes, self._boxes = self._boxes, []
        return "".join(boxes)


def _of(element: Element, name: str) -> str:
    return element.get_attribute_string(name) or ""
