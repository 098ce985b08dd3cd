from .reviews import ModerationDecision, Review, ReviewQuerySet
from .routes import BoardReviewTask, Route

__all__ = ["BoardReviewTask", "ModerationDecision", "Review", "ReviewQuerySet", "Route"]
