"""Pieces that belong together: sentences broken in two, captions and what they are about."""

from dataclasses import replace

from . import wording
from .pieces import Piece, Rich, Shape


def join_broken(pieces: list[Piece]) -> list[Piece]:
    """A paragraph that ends in the middle of a sentence is joined to the one that goes on."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last is not None and len(joined) > 1 and _goes_on(last, piece):
            last.rich = _together(last.rich, piece.rich)
            last.footnotes += piece.footnotes
        else:
            joined.append(piece)
    return joined


def _goes_on(last: Piece, piece: Piece) -> bool:
    are_plain = last.shape is piece.shape is Shape.PLAIN
    return (
        are_plain
        and last.in_contents is piece.in_contents is False
        and last.is_bold is piece.is_bold
        and wording.is_broken_off(last.text, piece.text)
    )


def _together(first: Rich, second: Rich) -> Rich:
    moved = second.after(first.text)
    return Rich(moved.text, first.links + moved.links, first.emphasis + moved.emphasis)


def place_captions(pieces: list[Piece]) -> list[Piece]:
    """One right below a picture or right above a table belongs to it; another is a paragraph."""
    placed: list[Piece] = []
    for position, piece in enumerate(pieces):
        following = pieces[position + 1] if position + 1 < len(pieces) else None
        if piece.shape is not Shape.CAPTION:
            placed.append(piece)
        elif placed and placed[-1].shape is Shape.FIGURE and not placed[-1].text:
            placed[-1].rich = Rich(piece.text)
            placed[-1].footnotes += piece.footnotes
        elif following is not None and following.shape is Shape.FIGURE and not following.text:
            following.rich = Rich(piece.text)
            following.footnotes += piece.footnotes
        elif following is not None and following.table and not following.table.caption:
            following.table = replace(following.table, caption=piece.text)
            following.rich = Rich(following.table.text)
            following.footnotes += piece.footnotes
        else:
            piece.shape = Shape.PLAIN
            placed.append(piece)
    return placed
