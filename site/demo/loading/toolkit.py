from pathlib import Path

from django.db import transaction

from demo.content import plan as words
from demo.content.methods import INDEX_SUMMARY, INDEX_TITLE, METHODS
from demo.loading.documents import make_document
from demo.signins import OFFICER
from toolkit.domain.planning import Brief, part_of
from toolkit.domain.plans import save_plan
from toolkit.enums import Level
from toolkit.models import MethodPage, ToolkitIndexPage

SHEETS = Path(__file__).resolve().parents[1] / "content" / "sheets"


@transaction.atomic
def load_toolkit(home):
    """The list of methods and its methods. What is there already stays as it is.

    They go live as they are added, without a revision: an editor's first change makes one.
    """
    index = ToolkitIndexPage.objects.child_of(home).first()
    if index is None:
        index = ToolkitIndexPage(
            title=INDEX_TITLE, slug="toolkit", summary=INDEX_SUMMARY, show_in_menus=True
        )
        home.add_child(instance=index).save_revision().publish()
    known = set(index.get_children().values_list("slug", flat=True))
    for method in METHODS:
        if method.slug not in known:
            index.add_child(instance=_page(method))
    return index


def _page(method):
    return MethodPage(
        slug=method.slug,
        title=method.title,
        also_known_as=method.also_known_as,
        summary=method.summary,
        what_happens=[("step", {"name": name, "text": text}) for name, text in method.steps],
        checklist=[("check", text) for text in method.checks],
        risks=[("risk", {"risk": risk, "answer": answer}) for risk, answer in method.risks],
        templates=[("document", _sheet(method))] if method.template else [],
        **_figures(method),
        **_reach(method),
    )


def _figures(method):
    (lowest_level, highest_level), (people_min, people_max) = method.levels, method.people
    (prepare, run), (days_min, days_max) = method.weeks, method.days
    cost_band, highest_cost_band, planning_cost = method.cost
    facilitation, analysis, digital = method.skills
    return {
        "lowest_level": lowest_level,
        "highest_level": highest_level,
        "people_min": people_min,
        "people_max": people_max,
        "weeks_to_prepare": prepare,
        "weeks_to_run": run,
        "staff_days_min": days_min,
        "staff_days_max": days_max,
        "staff_days_for": method.days_for,
        "cost_band": cost_band,
        "highest_cost_band": highest_cost_band,
        "planning_cost": planning_cost,
        "facilitation": facilitation,
        "analysis": analysis,
        "digital": digital,
    }


def _reach(method):
    return {
        "stages": method.stages.split(),
        "purposes": method.purposes.split(),
        "evidence": method.evidence.split(),
        "modes": method.modes.split(),
        "conflict": method.conflict,
        "needs_safeguarding": method.needs_safeguarding,
        "reaches": method.reaches.split(),
        "misses": method.misses.split(),
        "works_well_for": method.works_well_for,
        "often_misses": method.often_misses,
        "adjustment": method.adjustment,
        "stands_alone": method.stands_alone,
        "stands_alone_why": method.why_alone,
        "set_up_as": method.set_up_as,
    }


def _sheet(method):
    """A sheet that others can start from, as a document of the site."""
    return make_document(SHEETS / method.template, title=f"Sheet for “{method.title}”")


def load_plan(scene):
    """A plan for the strategy, as an officer might have saved it."""
    pages = {page.slug: page for page in MethodPage.objects.filter(slug__in=words.METHODS)}
    brief = Brief(
        title=words.TITLE,
        aim=words.AIM,
        level=Level.DELIBERATION,
        decision_on=scene.working_day(75),
        begins_on=scene.working_day(-120),
        parts=tuple(part_of(pages[slug]) for slug in words.METHODS),
        money=words.MONEY,
        staff_days=words.STAFF_DAYS,
        audiences=tuple(words.AUDIENCES),
    )
    save_plan(brief=brief, at=scene.moment(-120), by=scene.user(OFFICER), code=words.CODE)
