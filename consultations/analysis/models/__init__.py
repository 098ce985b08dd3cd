from .baselines import Baseline
from .tallies import Tally

__all__ = ["Baseline", "Tally"]
