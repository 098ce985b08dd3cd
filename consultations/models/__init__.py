from .consultation import ConsultationIndexPage, ConsultationPage
from .lists import CLOSES_SOON, ConsultationQuerySet
from .origins import DecisionMaker, EarlierExercise, Evidence

__all__ = [
    "CLOSES_SOON",
    "ConsultationIndexPage",
    "ConsultationPage",
    "ConsultationQuerySet",
    "DecisionMaker",
    "EarlierExercise",
    "Evidence",
]
