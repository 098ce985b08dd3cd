from .registry import (
    Duty,
    DutyStanding,
    Judgement,
    State,
    duty_of,
    met,
    missing,
    register,
    registered,
    standings,
    unmet,
)

__all__ = [
    "Duty",
    "DutyStanding",
    "Judgement",
    "State",
    "duty_of",
    "met",
    "missing",
    "register",
    "registered",
    "standings",
    "unmet",
]
