from .errata import Erratum
from .freezing import FrozenDraft, NothingToFreeze
from .links import Ancestor, PassageLink, SectionAncestor
from .pages import DraftPage, SectionPage
from .passages import Passage, PassageQuerySet

__all__ = [
    "Ancestor",
    "DraftPage",
    "Erratum",
    "FrozenDraft",
    "NothingToFreeze",
    "Passage",
    "PassageLink",
    "PassageQuerySet",
    "SectionAncestor",
    "SectionPage",
]
