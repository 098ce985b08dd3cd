"""Lines of plain text, gathered into blocks: one per paragraph, list item, heading or mark."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from . import wording
from .outline import RULE_SIGNS
from .pieces import Shape, shape_of

LONGEST_BROKEN_HEADING = 200


@dataclass
class Line:
    shape: Shape
    text: str
    marker: str
    after_gap: bool
    indent: int
    width: int


@dataclass
class Block:
    """Lines that belong together, joined when asked: a paragraph of a thousand lines is cheap."""

    lines: list[Line] = field(default_factory=list)
    shape: Shape = Shape.PLAIN

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    @property
    def marker(self) -> str:
        return self.lines[0].marker

    @property
    def after_gap(self) -> bool:
        return self.lines[0].after_gap

    @property
    def is_item(self) -> bool:
        return self.shape in (Shape.BULLET, Shape.NUMBERED)


def gather(source: list[str]) -> list[Block]:
    """The blocks of these lines. The first is the title: only its own lines are joined to it."""
    lines = list(_read(source))
    wrap_width = _wrap_width(lines)
    blocks: list[Block] = []
    for line in lines:
        if blocks and _continues(blocks[-1], line, wrap_width, is_title=len(blocks) == 1):
            blocks[-1].lines.append(line)
        else:
            blocks.append(Block([line], line.shape))
    return blocks


def _read(source: list[str]) -> Iterator[Line]:
    after_gap = True
    for raw in source:
        text = " ".join(raw.split())
        if not text.strip(RULE_SIGNS + " "):
            after_gap = True
            continue
        expanded = raw.expandtabs().rstrip()
        indent = len(expanded) - len(expanded.lstrip())
        shape, marker, text = shape_of(text)
        yield Line(shape, text, marker, after_gap, indent, len(expanded))
        after_gap = False


def _wrap_width(lines: list[Line]) -> int:
    """The width at which the whole file was broken into lines, or 0 when it was not.

    A wrapped file has no line over 100 characters, and most of its lines that are followed by
    another stop in mid-sentence; where each paragraph is one line, most end in a full stop.
    """
    longest = max((line.width for line in lines if " " in line.text), default=0)
    followed = [a for a, b in pairwise(lines) if _may_continue(a, b)]
    unfinished = [line for line in followed if not wording.ends_sentence(line.text)]
    is_wrapped = 60 <= longest <= 100 and len(unfinished) * 2 > len(followed)
    return longest if is_wrapped else 0


def _may_continue(line: Line, following: Line) -> bool:
    return following.shape is Shape.PLAIN and not following.after_gap and line.width > 50


def _continues(block: Block, line: Line, wrap_width: int, *, is_title: bool) -> bool:
    last = block.lines[-1]
    if line.after_gap:
        return (
            not is_title
            and block.shape is line.shape is Shape.PLAIN
            and wording.is_broken_off(last.text, line.text)
        )
    if block.shape is line.shape is Shape.CAPITALS:
        is_short = len(block.text) + len(line.text) < LONGEST_BROKEN_HEADING
        return is_short and wording.is_unfinished(last.text)
    if line.shape is not Shape.PLAIN or block.shape in (Shape.CAPITALS, Shape.MARK):
        return False
    if block.is_item and line.indent > block.lines[0].indent:
        return True
    first_word = line.text.split(" ", 1)[0]
    was_full = wrap_width and last.width + 1 + len(first_word) > wrap_width * 0.85
    return bool(was_full) or wording.is_broken_off(last.text, line.text)
