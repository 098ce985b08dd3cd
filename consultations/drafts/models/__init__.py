from .errata import Erratum
from .freezing import FrozenDraft, NothingToFreeze
from .glossary import GlossaryTerm, GlossaryTermQuerySet
from .links import Ancestor, PassageLink, SectionAncestor
from .pages import DraftPage, SectionPage
from .passages import Passage, PassageQuerySet

__all__ = [
    "Ancestor",
    "DraftPage",
    "Erratum",
    "FrozenDraft",
    "GlossaryTerm",
    "GlossaryTermQuerySet",
    "NothingToFreeze",
    "Passage",
    "PassageLink",
    "PassageQuerySet",
    "SectionAncestor",
    "SectionPage",
]
