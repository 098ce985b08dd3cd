"""A method's figures in words."""

from dataclasses import dataclass

from django import template

from toolkit.enums import (
    Audience,
    Conflict,
    CostBand,
    Evidence,
    Level,
    Mode,
    PrincipleStage,
    Purpose,
    Skill,
    StandsAlone,
)
from toolkit.wording import pounds_in_words

register = template.Library()


@dataclass(frozen=True)
class Fact:
    name: str
    value: str


@register.filter
def levels_in_words(method):
    """“Consultation”, or “Consultation to Collaboration”."""
    lowest, highest = Level(method.lowest_level), Level(method.highest_level)
    return lowest.label if lowest == highest else f"{lowest.label} to {highest.label}"


@register.filter
def level_numbers(method):
    """“Level 2”, or “Levels 2 to 4”."""
    lowest, highest = method.lowest_level, method.highest_level
    return f"Level {lowest}" if lowest == highest else f"Levels {lowest} to {highest}"


@register.filter
def people_in_words(method):
    """“20 to 1,500 people”, “8 people”, “20 people or more” or “any number of people”."""
    fewest, most = method.people_min, method.people_max
    if most is None:
        return f"{fewest:,} people or more" if fewest > 1 else "any number of people"
    if fewest == most:
        return f"{fewest:,} people" if fewest > 1 else "1 person"
    return f"{fewest:,} to {most:,} people"


@register.filter
def weeks_in_words(method):
    return _weeks(method.weeks_to_prepare)


@register.filter
def running_in_words(method):
    """“a day or two”, “8 weeks” or “goes on from year to year”."""
    weeks = method.weeks_to_run
    if weeks >= 52:
        return "goes on from year to year"
    return _weeks(weeks) if weeks else "a day or two"


def _weeks(number):
    return "1 week" if number == 1 else f"{number} weeks"


@register.filter
def staff_in_words(method):
    """“6 to 15 days”, or “1 to 2 days for each visit”."""
    fewest, most = method.staff_days_min, method.staff_days_max
    days = f"{fewest} to {most} days" if fewest != most else _days(fewest)
    if not method.staff_days_for:
        return days
    joined = " " if method.staff_days_for.startswith("a ") else " for "
    return f"{days}{joined}{method.staff_days_for}"


def _days(number):
    return "1 day" if number == 1 else f"{number} days"


@register.filter
def cost_in_words(method):
    """“£250 to £2,000”, or “£250 to £10,000” where it spans two bands."""
    lowest, highest = CostBand(method.cost_band), method.most_costly_band
    if lowest == highest:
        return lowest.label
    if highest.highest is None:
        return f"£{lowest.lowest:,} or more"
    if lowest.lowest == 0:
        return f"up to £{highest.highest:,}"
    return f"£{lowest.lowest:,} to £{highest.highest:,}"


@register.filter
def pounds(number):
    return f"£{number:,}"


@register.filter
def audiences_in_words(values):
    return named(values, Audience)


def named(values, enumeration):
    """The labels of these values, in the enumeration's order: “young people, carers”."""
    return ", ".join(member.label for member in enumeration if member.value in values)


def capitalised(text):
    return text[:1].upper() + text[1:]


@register.simple_tag
def method_line(method):
    """“20 to 150 people, 4 weeks to prepare, £250 to £2,000”."""
    return (
        f"{people_in_words(method)}, {weeks_in_words(method)} to prepare, {cost_in_words(method)}"
    )


def _facts(method):
    """Everything to plan by: a name and words, which may be empty."""
    level = f"{levels_in_words(method)} ({level_numbers(method).lower()} of 5)"
    return [
        ("How much say", level),
        ("Stage", named(method.stages, PrincipleStage)),
        ("Good when you want to", named(method.purposes, Purpose)),
        ("What it gives", named(method.evidence, Evidence)),
        ("How people take part", named(method.modes, Mode)),
        ("How many", people_in_words(method)),
        ("To prepare", weeks_in_words(method)),
        ("To run", running_in_words(method)),
        ("Time of staff", staff_in_words(method)),
        ("Cost", cost_in_words(method)),
        ("Pounds to plan with", pounds(method.cost_to_plan_with)),
        ("Skill in leading talks", Skill(method.facilitation).label),
        ("Skill in making sense of it", Skill(method.analysis).label),
        ("Skill with computers", Skill(method.digital).label),
        ("Disagreement it bears", Conflict(method.conflict).label),
    ]


@register.simple_tag
def method_facts(method):
    return [Fact(name, capitalised(value)) for name, value in _facts(method) if value]


@register.simple_tag
def comparison(methods):
    """Rows for a table of methods: a name, and a cell for each; “–” where there is nothing."""
    rows = [[name, *cells] for name, cells in _columns(methods)]
    return [[row[0], *(capitalised(cell) or "–" for cell in row[1:])] for row in rows]


def _columns(methods):
    facts = [_facts(method) for method in methods]
    for position, (name, _) in enumerate(facts[0] if facts else ()):
        yield name, [each[position][1] for each in facts]
    yield "Hears well", [named(method.reaches, Audience) for method in methods]
    yield "Often misses", [method.often_misses for method in methods]
    yield "What to do about that", [method.adjustment for method in methods]
    yield (
        "As a formal consultation",
        [
            f"{StandsAlone(method.stands_alone).label}. {method.stands_alone_why}"
            for method in methods
        ],
    )


@register.filter
def money_in_words(outline):
    return pounds_in_words(outline)
