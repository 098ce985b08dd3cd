from .dismissals import DismissedFinding
from .freezing import FrozenDraft, NothingToFreeze
from .pages import DraftPage, SectionPage
from .passages import Passage, PassageQuerySet

__all__ = [
    "DismissedFinding",
    "DraftPage",
    "FrozenDraft",
    "NothingToFreeze",
    "Passage",
    "PassageQuerySet",
    "SectionPage",
]
