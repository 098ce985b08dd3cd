from .freezing import FrozenDraft, NothingToFreeze
from .pages import DraftPage, SectionPage
from .passages import Passage, PassageQuerySet
from .uploads import DraftImport, ImportState, ImportStep

__all__ = [
    "DraftImport",
    "DraftPage",
    "FrozenDraft",
    "ImportState",
    "ImportStep",
    "NothingToFreeze",
    "Passage",
    "PassageQuerySet",
    "SectionPage",
]
