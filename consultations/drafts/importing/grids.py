"""Tables: what belongs to which column, and which cells head the others."""

import re
from dataclasses import dataclass, field

from .outline import Cell, Table, UnreadableDraft

MOST_COLUMNS = 60
MOST_CELLS = 200_000
LONGEST_HEADER = 60
FIGURE = re.compile(r"[£$€]?\s?\d[\d.,]*\s?(?:%|m|k|bn)?")


@dataclass
class GridCell:
    """A cell as it was found; `words` are its lines, already without white space around them."""

    cell: Cell = field(default_factory=Cell)
    is_header: bool = False
    is_bold: bool = False
    across: int = 1
    down: int = 1


@dataclass
class Grid:
    rows: list[list[GridCell]]
    caption: str = ""
    header_is_marked: bool = False
    has_merged: bool = False
    is_guessed: bool = False

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)


def lay_out(found: list[list[GridCell]], **marks) -> Grid:
    """Rows of equal length: a merged cell's words stand in the first place that it covers."""
    rows: list[list[GridCell]] = []
    waiting: dict[int, int] = {}
    has_merged = False
    for cells in found:
        row: list[GridCell] = []
        for cell in cells:
            while waiting.get(len(row), 0):
                waiting[len(row)] -= 1
                row.append(GridCell())
            has_merged = has_merged or cell.across > 1 or cell.down > 1
            for step in range(min(cell.across, MOST_COLUMNS)):
                if cell.down > 1:
                    waiting[len(row)] = cell.down - 1
                row.append(cell if step == 0 else GridCell())
        while waiting.get(len(row), 0):
            waiting[len(row)] -= 1
            row.append(GridCell())
        if any(cell.cell.text for cell in row):
            rows.append(row)
    grid = Grid(rows, has_merged=has_merged, **marks)
    if grid.width * len(rows) > MOST_CELLS:
        raise UnreadableDraft("A table in the file is too large. Cut it into smaller ones.")
    for row in grid.rows:
        row += [GridCell() for _ in range(grid.width - len(row))]
    return grid


def table_of(grid: Grid) -> Table:
    has_row = _has_header_row(grid)
    body = grid.rows[1:] if has_row else grid.rows
    return Table(
        tuple(tuple(cell.cell for cell in row) for row in grid.rows),
        grid.caption,
        has_header_row=has_row,
        has_header_column=_has_header_column(body, grid.width),
    )


def _has_header_row(grid: Grid) -> bool:
    """Marked so, or else in bold, or else short words above figures or longer text."""
    first, *body = grid.rows
    if grid.header_is_marked or not body:
        return grid.header_is_marked and bool(body)
    if any(cell.is_header for row in grid.rows for cell in row):
        return all(cell.is_header or not cell.cell.text for cell in first)
    if all(cell.is_bold for cell in first if cell.cell.text):
        return not all(cell.is_bold for row in body for cell in row if cell.cell.text)
    grid.is_guessed = _looks_headed([cell.cell.text for cell in first], body)
    return grid.is_guessed


def _looks_headed(first: list[str], body: list[list[GridCell]]) -> bool:
    are_labels = all(
        text and len(text) <= LONGEST_HEADER and not FIGURE.fullmatch(text) for text in first
    )
    if not are_labels or len(set(first)) < len(first):
        return False
    texts = [cell.cell.text for row in body for cell in row if cell.cell.text]
    has_figures = any(FIGURE.fullmatch(text) for text in texts)
    longer = sum(map(len, texts)) * len(first) > 2 * sum(map(len, first)) * len(texts)
    return has_figures or longer


def _has_header_column(body: list[list[GridCell]], width: int) -> bool:
    firsts = [row[0] for row in body if row[0].cell.text]
    others = [cell for row in body for cell in row[1:] if cell.cell.text]
    if width < 2 or not firsts or not others:
        return False
    return any(
        all(getattr(cell, sign) for cell in firsts)
        and not all(getattr(cell, sign) for cell in others)
        for sign in ("is_header", "is_bold")
    )
