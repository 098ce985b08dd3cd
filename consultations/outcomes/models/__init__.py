from .outcome import NotSignedOff, OutcomePage, SignOff
from .tasks import SignOffTask

__all__ = ["NotSignedOff", "OutcomePage", "SignOff", "SignOffTask"]
