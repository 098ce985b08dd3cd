from .consultation import ConsultationIndexPage, ConsultationPage
from .duties import SHORTEST_REASON, DutyOverride, PromiseChange
from .elections import Election
from .handling import Stakeholder
from .lists import CLOSES_SOON, ConsultationQuerySet
from .origins import DecisionMaker, EarlierExercise, Evidence

__all__ = [
    "CLOSES_SOON",
    "SHORTEST_REASON",
    "ConsultationIndexPage",
    "ConsultationPage",
    "ConsultationQuerySet",
    "DecisionMaker",
    "DutyOverride",
    "EarlierExercise",
    "Election",
    "Evidence",
    "PromiseChange",
    "Stakeholder",
]
