"""Pieces of text become an `Outline`: title, front matter, sections and their passages.

The same rules for every kind of file, so that a draft reads the same however it was saved.
"""

from collections.abc import Iterable

from . import wording
from .covers import in_reading_case, is_contents_heading, split_front_matter, take_title
from .headings import begin_sections, have_styles, inner_headings, raise_numbered_headings
from .outline import Kind, Outline, Passage, Section, UnreadableDraft
from .pieces import Piece, Rich, Shape
from .titles import Recasing

FRONT_PAGE = "Front page"
KINDS = {
    Shape.BULLET: Kind.BULLET,
    Shape.NUMBERED: Kind.NUMBERED,
    Shape.MARK: Kind.MARK,
    Shape.QUOTATION: Kind.QUOTATION,
    Shape.TABLE: Kind.TABLE,
    Shape.FIGURE: Kind.FIGURE,
    Shape.FOOTNOTE: Kind.FOOTNOTE,
}


def assemble(
    pieces: list[Piece],
    *,
    known_title: str | None = None,
    is_certain: bool = False,
    notes: Iterable[str] = (),
) -> Outline:
    """For `known_title` and `is_certain` see `take_title`.

    Raises UnreadableDraft, with a sentence, when there is nothing to comment on.
    """
    title, pieces = take_title(pieces, known_title, is_certain=is_certain)
    front, body = split_front_matter(pieces)
    if not body:
        raise UnreadableDraft("The file has a title and no text, so nobody could comment on it.")
    raise_numbered_headings(body)
    headings = (Shape.CAPITALS, Shape.HEADING)
    recasing = Recasing(
        contents=[piece.text for piece in front if piece.is_item or piece.in_contents],
        running_text=(piece.text for piece in body if piece.shape not in headings),
    )
    name = in_reading_case(title, recasing)
    sections = [_front_page(front)] if front else []
    return Outline(
        name, (*sections, *_sections(body, name, recasing)), tuple(notes), is_untitled=title.is_ours
    )


def _front_page(pieces: list[Piece]) -> Section:
    passages = [
        _passage(piece, Kind.HEADING if is_contents_heading(piece) else Kind.PARAGRAPH)
        for piece in pieces
    ]
    return Section(FRONT_PAGE, (*passages, *_footnotes(pieces)), is_front_matter=True)


def _sections(pieces: list[Piece], title: str, recasing: Recasing) -> list[Section]:
    starts = begin_sections(pieces)
    ends = [*starts, len(pieces)]
    by_look = not have_styles(pieces)
    sections = []
    if untitled := pieces[: ends[0]]:
        sections.append(Section(title, _passages(untitled, by_look=by_look), is_untitled=True))
    for start, end in zip(starts, ends[1:], strict=True):
        heading, *inside = pieces[start:end]
        passages = _passages(inside, by_look=by_look, below=heading.level)
        printed = heading.whole_text
        is_shouted = heading.shape is Shape.CAPITALS or wording.is_in_capitals(printed)
        sections.append(
            Section(
                recasing.apply(printed) if is_shouted else printed,
                (*passages, *_footnotes([heading])),
            )
        )
    return sections


def _passages(pieces: list[Piece], *, by_look: bool, below: int = 0) -> tuple[Passage, ...]:
    """`below` is the level of the section's own heading."""
    headings = inner_headings(pieces, by_look=by_look)
    passages = []
    for position, piece in enumerate(pieces):
        if position in headings:
            level = max(piece.level - below - 1, 0) if piece.shape is Shape.HEADING else 0
            passages.append(Passage(Kind.HEADING, piece.whole_text, level=level))
        else:
            passages.append(_passage(piece, Kind.PARAGRAPH))
    return (*passages, *_footnotes(pieces))


def _footnotes(pieces: Iterable[Piece]) -> list[Passage]:
    """They stand at the end of the section that points to them."""
    return [_passage(note, Kind.FOOTNOTE) for piece in pieces for note in piece.footnotes]


def _passage(piece: Piece, kind: Kind) -> Passage:
    """`kind` is what a plain line is here; lists, marks and quotations say so themselves."""
    if piece.shape in KINDS:
        kind = KINDS[piece.shape]
    elif wording.is_quotation(piece.text):
        kind = Kind.QUOTATION
    level = piece.level if piece.is_item else 0
    rich = piece.rich if kind is not Kind.HEADING else Rich(piece.text)
    return Passage(
        kind, rich.text, piece.marker, rich.links, rich.emphasis, level, piece.table, piece.image
    )
