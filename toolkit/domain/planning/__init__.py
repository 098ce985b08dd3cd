from .brief import Brief, Part, brief_of, part_of
from .outline import Outline, outline_of
from .timeline import Moment, Timeline, earliest_decision, timeline_of

__all__ = [
    "Brief",
    "Moment",
    "Outline",
    "Part",
    "Timeline",
    "brief_of",
    "earliest_decision",
    "outline_of",
    "part_of",
    "timeline_of",
]
