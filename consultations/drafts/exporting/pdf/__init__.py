"""A published version as a tagged PDF, for paper, for committee packs and for screen readers."""

from .paper import Paper, paper_of
from .setting import set_pdf

__all__ = ["Paper", "paper_of", "set_pdf"]
