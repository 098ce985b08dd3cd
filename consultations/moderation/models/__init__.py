from .bulk import BulkDecision
from .flags import Flag
from .reviews import ModerationDecision, Review, ReviewQuerySet
from .routes import BoardReviewTask, Route

__all__ = [
    "BoardReviewTask",
    "BulkDecision",
    "Flag",
    "ModerationDecision",
    "Review",
    "ReviewQuerySet",
    "Route",
]
