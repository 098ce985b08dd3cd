from .dismissals import DismissedFinding
from .errata import Erratum
from .freezing import FrozenDraft, NothingToFreeze
from .glossary import GlossaryTerm, GlossaryTermQuerySet
from .links import Ancestor, PassageLink, SectionAncestor
from .pages import DraftPage, SectionPage
from .passages import Passage, PassageQuerySet
from .plans import LinkPlan
from .uploads import DraftImport, ImportState, ImportStep

__all__ = [
    "Ancestor",
    "DismissedFinding",
    "DraftImport",
    "DraftPage",
    "Erratum",
    "FrozenDraft",
    "GlossaryTerm",
    "GlossaryTermQuerySet",
    "ImportState",
    "ImportStep",
    "LinkPlan",
    "NothingToFreeze",
    "Passage",
    "PassageLink",
    "PassageQuerySet",
    "SectionAncestor",
    "SectionPage",
]
