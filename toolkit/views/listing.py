"""What the list of methods and a comparison of some of them show."""

from django.shortcuts import render

from toolkit.enums import Level
from toolkit.forms.listing import MethodListForm
from toolkit.models import MethodPage, ToolkitIndexPage

MOST_COMPARED = 4


def listing(index, *, request):
    """The methods that were asked for; what nobody can ask for is left aside."""
    form = MethodListForm(request.GET)
    return {
        "form": form,
        "methods": form.narrow(MethodPage.objects.child_of(index).listed()),
        "chosen": form.level_chosen,
        "levels": [
            (level, f"?{form.query(level=level.value)}", level == form.level_chosen)
            for level in Level
        ],
        "all_levels": form.query(level=""),
    }


def compare(request):
    """Up to four methods side by side; the address names them, in the order of the alphabet."""
    asked = list(dict.fromkeys(request.GET.getlist("method")))
    methods = list(MethodPage.objects.listed().filter(slug__in=asked[:20]))
    shown = methods[:MOST_COMPARED]
    return render(
        request,
        "toolkit/compare.html",
        {
            "index": toolkit_index(),
            "methods": shown,
            "left_out": methods[MOST_COMPARED:],
            "without": [(method, _query(shown, without=method)) for method in shown],
        },
    )


def toolkit_index():
    """The list of methods, or None where the site has none that everybody may see."""
    return ToolkitIndexPage.objects.live().public().order_by("pk").first()


def _query(methods, *, without):
    return "&".join(f"method={method.slug}" for method in methods if method != without)
