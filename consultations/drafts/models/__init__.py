from .freezing import FrozenDraft, NothingToFreeze
from .pages import DraftPage, SectionPage
from .passages import Passage, PassageQuerySet

__all__ = [
    "DraftPage",
    "FrozenDraft",
    "NothingToFreeze",
    "Passage",
    "PassageQuerySet",
    "SectionPage",
]
