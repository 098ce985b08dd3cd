"""Plain text drafts, as councils save them from a word processor.

The first line is the title; lines in capitals head the sections; a short line without a full stop
heads what follows it. No word is lost, moved or added: see `outline.words_of_source`.
"""

from .assembling import assemble
from .blocks import Block, gather
from .decoding import decode, refuse_endless
from .links import find_links
from .outline import Outline, UnreadableDraft, has_words, title_first
from .pieces import Piece


def read_text(data: bytes) -> Outline:
    text = decode(data)
    refuse_endless(text)
    if not has_words(text):
        raise UnreadableDraft("The file has no words in it.")
    return assemble([_piece(block) for block in gather(title_first(text.split("\n")))])


def _piece(block: Block) -> Piece:
    return Piece(block.shape, find_links(block.text), block.marker, after_gap=block.after_gap)
