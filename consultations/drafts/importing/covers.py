"""What stands before the first section: the title, the contents list, the marks on the cover."""

import re
from dataclasses import dataclass
from itertools import takewhile

from . import wording
from .outline import UnreadableDraft, has_words
from .pieces import Piece, Shape

LONGEST_TITLE = 255
LONGEST_COVER = 20
CONTENTS = re.compile(r"(?:table of )?contents?(?: page)?:?", re.IGNORECASE)
WORDLESS = (Shape.MARK, Shape.FIGURE, Shape.TABLE)


@dataclass
class Title:
    """`is_ours` says that it stands nowhere in the text."""

    text: str
    is_ours: bool = False


def take_title(
    pieces: list[Piece], known: str | None, *, is_certain: bool = False
) -> tuple[Title, list[Piece]]:
    """The title, and the pieces without it.

    `known` is the title the file gives itself outside its text, "" when it gives none; unless it
    `is_certain`, what reads like a title goes before it. With None, nothing but the first line can
    be the title. A title too long raises UnreadableDraft.
    """
    found = [] if is_certain and known else _title_in_text(pieces, is_plain=known is None)
    if known and not found:
        first = next((piece for piece in pieces if _may_be_title(piece)), None)
        if first is not None and first.text.casefold() == known.casefold():
            found = [first]
    if not found:
        return Title(known or "", is_ours=True), pieces
    text = " ".join(piece.whole_text for piece in found)
    if len(text) > LONGEST_TITLE:
        raise UnreadableDraft(
            f"The first line should be the draft's title, in at most {LONGEST_TITLE} characters."
        )
    return Title(text), [piece for piece in pieces if piece not in found]


def _title_in_text(pieces: list[Piece], *, is_plain: bool) -> list[Piece]:
    styled = [position for position, piece in enumerate(pieces) if piece.shape is Shape.TITLE]
    if styled:
        start = styled[0]
        return list(takewhile(lambda piece: piece.shape is Shape.TITLE, pieces[start:]))
    if (heading := _only_outermost_heading(pieces)) is not None:
        return [heading]
    first = next((piece for piece in pieces if _may_be_title(piece)), None)
    if first is None:
        raise UnreadableDraft("The file has no words in it.")
    return [first] if is_plain or _leads(first, pieces) else []


def _may_be_title(piece: Piece) -> bool:
    return piece.shape not in WORDLESS and has_words(piece.text) and not piece.in_contents


def _only_outermost_heading(pieces: list[Piece]) -> Piece | None:
    """The one heading above all others, if nothing but a cover stands before it."""
    headings = [piece for piece in pieces if piece.shape is Shape.HEADING]
    if not headings:
        return None
    outermost = min(piece.level for piece in headings)
    is_alone = sum(piece.level == outermost for piece in headings) == 1
    if not is_alone or headings[0].level != outermost:
        return None
    before = pieces[: pieces.index(headings[0])]
    is_only_heading = len(headings) == 1 and any(_may_be_title(piece) for piece in before)
    return None if is_only_heading or len(before) > LONGEST_COVER else headings[0]


def _leads(piece: Piece, pieces: list[Piece]) -> bool:
    """The first piece reads like a title, not like the first heading or the first sentence."""
    if piece.shape is Shape.HEADING:
        following = pieces[pieces.index(piece) + 1 :]
        return (
            bool(following)
            and following[0].shape is Shape.HEADING
            and (following[0].level <= piece.level)
        )
    is_sentence = piece.text.endswith(".") and len(piece.text.split()) > 6
    return not piece.is_item and not is_sentence and len(piece.whole_text) <= LONGEST_TITLE


def split_front_matter(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The cover and the rest. A contents list that stands further on is brought to the cover."""
    listed = [piece for piece in pieces[LONGEST_COVER:] if piece.in_contents]
    if listed:
        pieces = [piece for piece in pieces if piece not in listed]
    end = _end_of_front_matter(pieces)
    return pieces[:end] + listed, pieces[end:]


def _end_of_front_matter(pieces: list[Piece]) -> int:
    """Where the cover ends: after the contents list, or else after the draft mark."""
    end = 0
    for position, piece in enumerate(pieces[:LONGEST_COVER]):
        if piece.in_contents:
            end = _end_of_marked_contents(pieces, position)
            break
        if is_contents_heading(piece) and _is_list_at(pieces, position + 1):
            end = _end_of_contents(pieces, position + 1)
            break
        if piece.shape in (Shape.CAPITALS, Shape.HEADING):
            break
    while end < len(pieces) and pieces[end].shape is Shape.MARK:
        end += 1
    return end


def is_contents_heading(piece: Piece) -> bool:
    return CONTENTS.fullmatch(piece.text) is not None


def _is_list_at(pieces: list[Piece], position: int) -> bool:
    return position < len(pieces) and pieces[position].is_item


def _end_of_marked_contents(pieces: list[Piece], start: int) -> int:
    end = start
    while end < len(pieces) and pieces[end].in_contents:
        end += 1
    return end


def _end_of_contents(pieces: list[Piece], start: int) -> int:
    """A number that does not go up is no longer the list: it is the first numbered heading."""
    end, previous = start, []
    while _is_list_at(pieces, end):
        number = [int(digits) for digits in re.findall(r"\d+", pieces[end].marker)]
        if number and number <= previous:
            break
        end, previous = end + 1, number or previous
    return end


def in_reading_case(title: Title, recasing) -> str:
    return recasing.apply(title.text) if wording.is_in_capitals(title.text) else title.text
