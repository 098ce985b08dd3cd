"""Plain text drafts, as councils save them from a word processor.

The first line is the title; lines in capitals head the sections; a short line without a full stop
heads what follows it. No word is lost, moved or added: see `outline.words_of_source`.
"""

import re

from . import wording
from .blocks import Block, Shape, gather
from .decoding import decode
from .outline import (
    BRACKETED_LINK,
    Kind,
    Link,
    Outline,
    Passage,
    Section,
    UnreadableDraft,
    has_words,
    title_first,
)
from .titles import Recasing

FRONT_PAGE = "Front page"
LONGEST_TITLE = 255
LONGEST_COVER = 20
CONTENTS = re.compile(r"(?:table of )?contents?(?: page)?:?", re.IGNORECASE)
LINK = re.compile(
    BRACKETED_LINK.pattern + r"|(?<!\w)https?://\w[^\s<>\"“”‘’]*[^\s<>\"“”‘’.,;:!?)'\]]",
    re.IGNORECASE,
)
KINDS = {Shape.BULLET: Kind.BULLET, Shape.NUMBERED: Kind.NUMBERED, Shape.MARK: Kind.MARK}


def read_text(data: bytes) -> Outline:
    text = decode(data)
    if not has_words(text):
        raise UnreadableDraft("The file has no words in it.")
    first, *blocks = gather(title_first(text.split("\n")))
    end = _end_of_front_matter(blocks)
    front, body = blocks[:end], blocks[end:]
    if not body:
        raise UnreadableDraft("The file has a title and no text, so nobody could comment on it.")
    _raise_numbered_headings(body)
    recasing = Recasing(
        contents=[block.text for block in front if block.is_item],
        running_text=(block.text for block in body if block.shape is not Shape.CAPITALS),
    )
    title = _title(first, recasing)
    sections = [_front_page(front)] if front else []
    return Outline(title, (*sections, *_sections(body, title, recasing)))


def _title(block: Block, recasing: Recasing) -> str:
    text, _ = _find_links(f"{block.marker} {block.text}".strip())
    if len(text) > LONGEST_TITLE:
        raise UnreadableDraft(
            f"The first line should be the draft's title, in at most {LONGEST_TITLE} characters."
        )
    return recasing.apply(text) if wording.is_in_capitals(text) else text


def _end_of_front_matter(blocks: list[Block]) -> int:
    """Where the cover ends: after the contents list, or else after the draft mark."""
    end = 0
    for position, block in enumerate(blocks[:LONGEST_COVER]):
        if CONTENTS.fullmatch(block.text) and _is_list_at(blocks, position + 1):
            end = _end_of_contents(blocks, position + 1)
            break
        if block.shape is Shape.CAPITALS:
            break
    while end < len(blocks) and blocks[end].shape is Shape.MARK:
        end += 1
    return end


def _is_list_at(blocks: list[Block], position: int) -> bool:
    return position < len(blocks) and blocks[position].is_item


def _end_of_contents(blocks: list[Block], start: int) -> int:
    """A number that does not go up is no longer the list: it is the first numbered heading."""
    end, previous = start, []
    while _is_list_at(blocks, end):
        number = [int(digits) for digits in re.findall(r"\d+", blocks[end].marker)]
        if number and number <= previous:
            break
        end, previous = end + 1, number or previous
    return end


def _raise_numbered_headings(blocks: list[Block]) -> None:
    """ "1. INTRODUCTION", alone between blank lines, is a heading that keeps its number."""
    for position, block in enumerate(blocks):
        ends_alone = position + 1 == len(blocks) or blocks[position + 1].after_gap
        stands_alone = block.shape is Shape.NUMBERED and block.after_gap and ends_alone
        if stands_alone and wording.is_in_capitals(block.text):
            block.shape = Shape.CAPITALS


def _front_page(blocks: list[Block]) -> Section:
    passages = (
        _passage(block, Kind.HEADING if CONTENTS.fullmatch(block.text) else Kind.PARAGRAPH)
        for block in blocks
    )
    return Section(FRONT_PAGE, tuple(passages), is_front_matter=True)


def _sections(blocks: list[Block], title: str, recasing: Recasing) -> list[Section]:
    headings = [i for i, block in enumerate(blocks) if block.shape is Shape.CAPITALS]
    ends = [*headings, len(blocks)]
    sections = []
    if untitled := blocks[: ends[0]]:
        sections.append(Section(title, _passages(untitled), is_untitled=True))
    for start, end in zip(headings, ends[1:], strict=True):
        heading, _ = _find_links(f"{blocks[start].marker} {blocks[start].text}".strip())
        sections.append(Section(recasing.apply(heading), _passages(blocks[start + 1 : end])))
    return sections


def _passages(blocks: list[Block]) -> tuple[Passage, ...]:
    """A short line is a heading if text follows at once, or after one more such line.

    Three and more of them in a row are an address or a list without signs.
    """
    short = [block.shape is Shape.PLAIN and wording.may_be_heading(block.text) for block in blocks]
    short += [True, True]
    passages = []
    for position, block in enumerate(blocks):
        leads_on = not short[position + 1] or not short[position + 2]
        kind = Kind.HEADING if short[position] and leads_on else Kind.PARAGRAPH
        passages.append(_passage(block, kind))
    return tuple(passages)


def _passage(block: Block, kind: Kind) -> Passage:
    """`kind` is what a plain line is here; lists, marks and quotations say so themselves."""
    text, links = _find_links(block.text)
    if block.shape in KINDS:
        kind = KINDS[block.shape]
    elif wording.is_quotation(block.text):
        kind = Kind.QUOTATION
    return Passage(kind, text, block.marker, links)


def _find_links(text: str) -> tuple[str, tuple[Link, ...]]:
    """The text with addresses out of their angle brackets, and where they stand in it."""
    pieces, links, length, position = [], [], 0, 0
    for match in LINK.finditer(text):
        before, address = text[position : match.start()], match[1] or match[0]
        start = length + len(before)
        length = start + len(address)
        links.append(Link(start, length, address))
        pieces += [before, address]
        position = match.end()
    return "".join([*pieces, text[position:]]), tuple(links)
