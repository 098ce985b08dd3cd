from .consultation import ConsultationIndexPage, ConsultationPage, ConsultationQuerySet
from .duties import SHORTEST_REASON, DutyOverride, PromiseChange
from .elections import Election

__all__ = [
    "SHORTEST_REASON",
    "ConsultationIndexPage",
    "ConsultationPage",
    "ConsultationQuerySet",
    "DutyOverride",
    "Election",
    "PromiseChange",
]
