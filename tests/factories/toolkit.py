"""Methods, with only what a test does not care about filled in."""

from toolkit.enums import CostBand, Level
from toolkit.models import MethodPage, ToolkitIndexPage


def make_toolkit_index(home, **fields):
    given = {"title": "Toolkit", "slug": "toolkit"} | fields
    return home.add_child(instance=ToolkitIndexPage(**given))


def make_method(index, **fields):
    given = {
        "title": "Focus group",
        "lowest_level": Level.CONSULTATION,
        "highest_level": Level.DELIBERATION,
        "people_min": 12,
        "people_max": 60,
        "weeks_to_prepare": 4,
        "cost_band": CostBand.B,
    }
    return index.add_child(instance=MethodPage(**given | fields))
