from .freezing import FrozenDraft, NothingToFreeze
from .glossary import GlossaryTerm, GlossaryTermQuerySet
from .pages import DraftPage, SectionPage
from .passages import Passage, PassageQuerySet

__all__ = [
    "DraftPage",
    "FrozenDraft",
    "GlossaryTerm",
    "GlossaryTermQuerySet",
    "NothingToFreeze",
    "Passage",
    "PassageQuerySet",
    "SectionPage",
]
