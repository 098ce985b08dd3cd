from .tallies import Tally

__all__ = ["Tally"]
