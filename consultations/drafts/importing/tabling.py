"""HTML tables: data becomes one passage, what only arranges text on a page becomes that text."""

from typing import TYPE_CHECKING

from lxml.html import HtmlElement

from .grids import GridCell, lay_out, table_of
from .outline import Cell
from .pieces import Piece, Rich, Shape

if TYPE_CHECKING:
    from .markup import Place, Reading

ROWS = ("thead", "tbody", "tfoot")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Tabling:
    def __init__(self, reading: "Reading"):
        self.reading = reading

    def read(self, element: HtmlElement, place: "Place") -> None:
        rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in _rows(element)]
        rows = [row for row in rows if row]
        if _only_arranges(rows):
            for row in rows:
                for cell in row:
                    self.reading.container(cell, place)
            return
        caption = element.find("caption")
        lines = self.reading.rich(caption) if caption is not None else []
        grid = lay_out(
            [[self._cell(cell) for cell in row] for row in rows],
            caption=" ".join(line.text for line in lines),
            header_is_marked=element.find("thead") is not None,
        )
        if grid.rows:
            table = table_of(grid)
            self.reading.noted.guessed_headers += grid.is_guessed
            self.reading.noted.merged_cells += grid.has_merged
            self.reading.pieces.append(Piece(Shape.TABLE, Rich(table.text), table=table))
        self.reading.bring_waiting()

    def _cell(self, element: HtmlElement) -> GridCell:
        lines = self.reading.rich(element)
        text, links = "", []
        for line in lines:
            text += "\n" if text else ""
            links += [
                type(link)(link.start + len(text), link.end + len(text), link.href)
                for link in line.links
            ]
            text += line.text
        return GridCell(
            Cell(text, tuple(links)),
            is_header=element.tag == "th",
            is_bold=bool(lines) and all(line.is_bold for line in lines),
            across=_span(element.get("colspan")),
            down=_span(element.get("rowspan")),
        )


def _rows(table: HtmlElement) -> list[HtmlElement]:
    rows = []
    for child in table:
        rows += child.findall("tr") if child.tag in ROWS else [child] if child.tag == "tr" else []
    return rows


def _only_arranges(rows: list[list[HtmlElement]]) -> bool:
    """One column, one filled cell, or headings inside: a box or a page's layout, not data."""
    cells = [cell for row in rows for cell in row]
    filled = [cell for cell in cells if cell.text_content().strip()]
    has_headings = any(next(cell.iter(*HEADINGS, "table"), None) is not None for cell in cells)
    return max(map(len, rows), default=0) < 2 or len(filled) < 2 or has_headings


def _span(text: str | None) -> int:
    return min(int(text), 1000) if text and text.isascii() and text.isdigit() and int(text) else 1
