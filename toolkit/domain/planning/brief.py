"""What a plan is made from: the same values whether it is saved or only in the address."""

from dataclasses import dataclass
from datetime import date

from toolkit.domain.methods import facts_of
from toolkit.enums import SetUpAs


@dataclass(frozen=True)
class Part:
    """One method of a plan. `risks` are pairs: what could go wrong, and the answer to it."""

    slug: str
    title: str
    weeks_to_prepare: int
    weeks_to_run: int
    staff_days: int
    cost: int
    set_up_as: str = SetUpAs.NOTHING
    needs_safeguarding: bool = False
    adjustment: str = ""
    checklist: tuple[str, ...] = ()
    risks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Brief:
    """`begins_on` is the first day on which anything can be done."""

    title: str
    level: int
    decision_on: date
    begins_on: date
    parts: tuple[Part, ...]
    aim: str = ""
    compact_applies: bool = True
    money: int | None = None
    staff_days: int | None = None
    audiences: tuple[str, ...] = ()


def part_of(page, measured=None) -> Part:
    """The part that a MethodPage would be, by what was measured here or by its estimates."""
    facts = facts_of(page, measured)
    return Part(
        slug=page.slug,
        title=page.title,
        weeks_to_prepare=facts.weeks_to_prepare,
        weeks_to_run=page.weeks_to_run,
        staff_days=facts.staff_days,
        cost=facts.cost,
        set_up_as=page.set_up_as,
        needs_safeguarding=page.needs_safeguarding,
        adjustment=page.adjustment,
        checklist=tuple(check.value for check in page.checklist),
        risks=tuple((risk.value["risk"], risk.value["answer"]) for risk in page.risks),
    )


KEPT = [
    "slug",
    "title",
    "weeks_to_prepare",
    "weeks_to_run",
    "staff_days",
    "cost",
    "set_up_as",
    "needs_safeguarding",
    "adjustment",
]


def brief_of(plan) -> Brief:
    """What a saved plan was made from."""
    return Brief(
        title=plan.title,
        aim=plan.aim,
        level=plan.level,
        decision_on=plan.decision_on,
        begins_on=plan.begins_on,
        compact_applies=plan.compact_applies,
        money=plan.money,
        staff_days=plan.staff_days,
        audiences=tuple(plan.audiences),
        parts=tuple(
            Part(
                **{name: getattr(planned, name) for name in KEPT},
                checklist=tuple(planned.checklist),
                risks=tuple((risk, answer) for risk, answer in planned.risks),
            )
            for planned in plan.methods.all()
        ),
    )
