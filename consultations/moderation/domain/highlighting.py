"""An answer cut into pieces at its flags, so that a template can mark them."""

from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Piece:
    text: str
    reasons: tuple = ()


def pieces(text, flags):
    """The whole text in order; pieces on which flags lie carry their reasons, each once."""
    if not flags:
        return [Piece(text)]
    edges = sorted({0, len(text), *(edge for f in flags for edge in (f.start, f.end))})
    edges = [edge for edge in edges if edge <= len(text)]
    cut = []
    for start, end in pairwise(edges):
        reasons = dict.fromkeys(f.reason for f in flags if f.start <= start and end <= f.end)
        cut.append(Piece(text[start:end], tuple(reasons)))
    return cut
