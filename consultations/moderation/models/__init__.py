from .appeals import Appeal
from .bulk import BulkDecision
from .fairness import Recheck, Recusal
from .flags import Flag
from .redactions import Redaction, RedactionQuerySet
from .reports import Report
from .reviews import ModerationDecision, Review, ReviewQuerySet
from .routes import BoardReviewTask, Route
from .safety import SafetyReading
from .untold import Untold

__all__ = [
    "Appeal",
    "BoardReviewTask",
    "BulkDecision",
    "Flag",
    "ModerationDecision",
    "Recheck",
    "Recusal",
    "Redaction",
    "RedactionQuerySet",
    "Report",
    "Review",
    "ReviewQuerySet",
    "Route",
    "SafetyReading",
    "Untold",
]
