from .champions import Champion
from .compact import CompactCodePage, CompactPage, DisputePage, Meaning, RelatedPage, Undertaking
from .disputes import Dispute, DisputeStep
from .pages import MethodPage, ToolkitIndexPage
from .plans import EngagementPlan, PlannedMethod
from .principles import Principle, PrincipleEntry, PrincipleRecord, PrinciplesPage
from .uses import MethodUse
from .words import ToolkitWords

__all__ = [
    "Champion",
    "CompactCodePage",
    "CompactPage",
    "Dispute",
    "DisputePage",
    "DisputeStep",
    "EngagementPlan",
    "Meaning",
    "MethodPage",
    "MethodUse",
    "PlannedMethod",
    "Principle",
    "PrincipleEntry",
    "PrincipleRecord",
    "PrinciplesPage",
    "RelatedPage",
    "ToolkitIndexPage",
    "ToolkitWords",
    "Undertaking",
]
