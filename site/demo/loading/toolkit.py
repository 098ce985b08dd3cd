from django.db import transaction

from demo.content.methods import INDEX_SUMMARY, INDEX_TITLE, METHODS
from toolkit.models import MethodPage, ToolkitIndexPage


@transaction.atomic
def load_toolkit(home):
    """The list of methods and its methods. What is there already stays as it is."""
    index = ToolkitIndexPage.objects.child_of(home).first()
    if index is None:
        index = ToolkitIndexPage(
            title=INDEX_TITLE, slug="toolkit", summary=INDEX_SUMMARY, show_in_menus=True
        )
        home.add_child(instance=index).save_revision().publish()
    known = set(index.get_children().values_list("slug", flat=True))
    for method in METHODS:
        if method.slug not in known:
            page = index.add_child(instance=_page(method))
            page.save_revision().publish()
    return index


def _page(method):
    (lowest_level, highest_level), (people_min, people_max) = method.levels, method.people
    return MethodPage(
        slug=method.slug,
        title=method.title,
        summary=method.summary,
        lowest_level=lowest_level,
        highest_level=highest_level,
        people_min=people_min,
        people_max=people_max,
        weeks_to_prepare=method.weeks_to_prepare,
        cost_band=method.cost_band,
        works_well_for=method.works_well_for,
        often_misses=method.often_misses,
        what_happens=[("step", {"name": name, "text": text}) for name, text in method.steps],
        live=False,
    )
