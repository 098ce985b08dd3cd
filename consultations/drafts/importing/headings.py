"""Which pieces are headings: those that have the style of one, and those that look like one."""

import re

from . import wording
from .pieces import Piece, Shape

TOP_NUMBER = re.compile(r"\d{1,2}[.:)]?")
DEEP_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?")


def have_styles(pieces: list[Piece]) -> bool:
    return any(piece.shape is Shape.HEADING for piece in pieces)


def begin_sections(pieces: list[Piece]) -> list[int]:
    """The positions at which a section begins: at the outermost headings of which there are two.

    In a draft without styles these are the lines in capitals; without those, bold lines with a
    plain number; without those, all bold lines that may be headings.
    """
    if have_styles(pieces):
        deepest = _section_level(pieces)
        return [
            position
            for position, piece in enumerate(pieces)
            if piece.shape is Shape.HEADING and piece.level <= deepest
        ]
    capitals = [i for i, piece in enumerate(pieces) if piece.shape is Shape.CAPITALS]
    if capitals:
        return capitals
    bold = [i for i in range(len(pieces)) if is_bold_heading(pieces, i)]
    numbered = [i for i in bold if TOP_NUMBER.fullmatch(pieces[i].marker)]
    return numbered if len(numbered) > 1 else bold if len(bold) > 1 else []


def _section_level(pieces: list[Piece]) -> int:
    levels = sorted(piece.level for piece in pieces if piece.shape is Shape.HEADING)
    return levels[1] if len(levels) > 1 else levels[0]


def is_bold_heading(pieces: list[Piece], position: int) -> bool:
    """A short bold line that something follows."""
    piece = pieces[position]
    return (
        piece.shape in (Shape.PLAIN, Shape.NUMBERED)
        and position + 1 < len(pieces)
        and bool(piece.text)
        and wording.may_be_heading(piece.text)
        and piece.is_bold
    )


def raise_numbered_headings(pieces: list[Piece]) -> None:
    """ "1. INTRODUCTION", alone between blank lines, is a heading that keeps its number."""
    for position, piece in enumerate(pieces):
        if _stands_alone(pieces, position) and wording.is_in_capitals(piece.text):
            piece.shape = Shape.CAPITALS


def _stands_alone(pieces: list[Piece], position: int) -> bool:
    piece = pieces[position]
    ends_alone = position + 1 == len(pieces) or pieces[position + 1].after_gap
    return piece.shape is Shape.NUMBERED and piece.after_gap and ends_alone


def inner_headings(pieces: list[Piece], *, by_look: bool) -> set[int]:
    """The positions of headings inside a section.

    A short line is one if text follows at once, or after one more such line: three and more in a
    row are an address or a list without signs. In a draft whose headings have styles, `by_look` is
    false and only bold lines are looked at.
    """
    short = [
        piece.shape is Shape.PLAIN and by_look and wording.may_be_heading(piece.text)
        for piece in pieces
    ]
    short += [True, True]
    found = set()
    for position, piece in enumerate(pieces):
        leads_on = not short[position + 1] or not short[position + 2]
        if (
            piece.shape is Shape.HEADING
            or (short[position] and leads_on)
            or (piece.shape is Shape.CAPITALS and position + 1 < len(pieces))
            or is_bold_heading(pieces, position)
            or _is_numbered_heading(pieces, position)
        ):
            found.add(position)
    return found


def _is_numbered_heading(pieces: list[Piece], position: int) -> bool:
    """ "3.2 Grants", alone between blank lines and in no list, with running text below it."""
    piece = pieces[position]
    is_in_list = piece.level or (position and pieces[position - 1].shape is Shape.NUMBERED)
    return (
        not is_in_list
        and _stands_alone(pieces, position)
        and DEEP_NUMBER.fullmatch(piece.marker) is not None
        and wording.may_be_heading(piece.text)
        and position + 1 < len(pieces)
        and pieces[position + 1].shape in (Shape.PLAIN, Shape.QUOTATION, Shape.BULLET)
    )
