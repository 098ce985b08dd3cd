"""What the list of methods shows."""

from toolkit.enums import Level
from toolkit.models import MethodPage


def listing(index, *, request):
    """All methods, or those that serve the level asked for; an unknown level means all."""
    methods = MethodPage.objects.child_of(index).listed()
    level = chosen_level(request.GET.get("level", ""))
    return {
        "methods": methods.at_level(level) if level else methods,
        "chosen": level,
        "levels": list(Level),
    }


def chosen_level(text):
    return next((level for level in Level if str(level.value) == text), None)
