from .pages import MethodPage, ToolkitIndexPage

__all__ = ["MethodPage", "ToolkitIndexPage"]
