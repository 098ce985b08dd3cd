"""What the consultations owe to be fair, and an election before which none of them opens."""

from datetime import timedelta

from consultations.models import DutyOverride, Election, Stakeholder
from demo.content.fairness import (
    CUT_IN,
    ELECTION,
    FAIRNESS,
    POLLS_IN,
    SCREENED_BEFORE,
    STAKEHOLDERS,
)

THURSDAY = 3


def fair_fields(slug, *, opens_on):
    fields = FAIRNESS[slug]
    if "equality_screened_by" not in fields:
        return fields
    return fields | {"equality_screened_on": opens_on - timedelta(days=SCREENED_BEFORE)}


def name_whom_it_touches(page, scene):
    """Those who are heard before a cut, and the day before which there is none."""
    for order, (kind, who) in enumerate(STAKEHOLDERS.get(page.slug, ())):
        page.stakeholders.add(Stakeholder(kind=kind, who=who, sort_order=order))
    if page.slug in CUT_IN:
        page.cut_on = scene.working_day(CUT_IN[page.slug])


def load_election(scene):
    day = scene.today + timedelta(days=POLLS_IN)
    day += timedelta(days=(THURSDAY - day.weekday()) % 7)
    Election.objects.create(name=ELECTION, polling_day=day)


def date_reasons_back(page):
    """A reason was given when its consultation was announced, not when the example is loaded."""
    DutyOverride.objects.filter(consultation=page).update(at=page.first_published_at)
