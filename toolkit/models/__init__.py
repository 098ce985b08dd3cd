from .pages import MethodPage, ToolkitIndexPage
from .plans import EngagementPlan, PlannedMethod

__all__ = ["EngagementPlan", "MethodPage", "PlannedMethod", "ToolkitIndexPage"]
