from .finding import finder, mix
from .listing import compare, listing
from .planning import plan, plan_calendar, plan_file, saved_plan

__all__ = [
    "compare",
    "finder",
    "listing",
    "mix",
    "plan",
    "plan_calendar",
    "plan_file",
    "saved_plan",
]
