"""The toolkit of the town: methods, the finder, the mix and plans, with the Compact's pages."""

import datetime as dt

from django.utils import timezone

from tests.browser.compact import make_compact_pages
from tests.factories.toolkit import make_method, make_toolkit_index
from toolkit.domain.planning import Brief, part_of
from toolkit.domain.plans import save_plan

LONG_WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"


def make_toolkit_pages(home):
    """Their addresses by name."""
    index = make_toolkit_index(home, summary="Ways of asking people.", show_in_menus=True)
    method = make_method(
        index,
        summary="A small group talks for an hour or two.",
        works_well_for="Finding out why.",
        often_misses="People who do not speak in groups.",
        what_happens=[{"type": "step", "value": {"name": "Invite", "text": "ten people."}}],
        checklist=[{"type": "check", "value": f"Somebody from {LONG_WORD} was asked."}],
        risks=[{"type": "risk", "value": {"risk": "One talks.", "answer": "Begin in pairs."}}],
        adjustment="Begin in pairs.",
        stands_alone_why="Those who talk are few.",
        purposes=["options"],
        evidence=["reasons"],
        reaches=["young"],
        modes=["in-person"],
    )
    visits = make_method(
        index,
        title="Visits",
        slug="visits",
        weeks_to_prepare=9,
        evidence=["counts"],
        reaches=["older"],
        modes=["outreach"],
        set_up_as="event",
    )
    fields = "title=Streets&level=2&method=focus-group&method=visits&decision_on=2030-07-15"
    brief = Brief(
        title=f"Streets of {LONG_WORD}",
        level=2,
        decision_on=dt.date(2030, 7, 15),
        begins_on=dt.date(2030, 7, 1),
        parts=(part_of(method), part_of(visits)),
        money=100,
        audiences=("young",),
    )
    _, code = save_plan(brief=brief, at=timezone.now())
    return {
        **make_compact_pages(index),
        "toolkit": index.url,
        "one level": f"{index.url}?level=3",
        "methods narrowed": f"{index.url}?audience=young&words=group",
        "no such method": f"{index.url}?words=zebra",
        "method": method.url,
        "methods side by side": "/toolkit/compare/?method=focus-group&method=visits",
        "finder": "/toolkit/finder/",
        "finder with answers": "/toolkit/finder/?audiences=young&purpose=options&weeks=6&money=900",
        "finder with an error": "/toolkit/finder/?weeks=soon",
        "mix": "/toolkit/mix/?audiences=young&audiences=older&money=10",
        "no such mix": "/toolkit/mix/?audiences=faith",
        "plan to begin": "/toolkit/plan/",
        "plan": f"/toolkit/plan/?{fields}",
        "saved plan": f"/toolkit/plans/{code}/",
    }
