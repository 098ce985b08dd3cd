from .appeals import Appeal
from .fairness import Recheck, Recusal
from .redactions import Redaction, RedactionQuerySet
from .reports import Report
from .reviews import ModerationDecision, Review, ReviewQuerySet
from .routes import BoardReviewTask, Route

__all__ = [
    "Appeal",
    "BoardReviewTask",
    "ModerationDecision",
    "Recheck",
    "Recusal",
    "Redaction",
    "RedactionQuerySet",
    "Report",
    "Review",
    "ReviewQuerySet",
    "Route",
]
