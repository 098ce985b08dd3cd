"""A method's figures in words."""

from dataclasses import dataclass

from django import template

from toolkit.enums import CostBand, Level

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
    return "1 week" if method.weeks_to_prepare == 1 else f"{method.weeks_to_prepare} weeks"


@register.simple_tag
def method_line(method):
    """“20 to 150 people, 4 weeks to prepare, £250 to £2,000”."""
    cost = CostBand(method.cost_band).label
    return f"{people_in_words(method)}, {weeks_in_words(method)} to prepare, {cost}"


@register.simple_tag
def method_facts(method):
    return [
        Fact("How much say", f"{levels_in_words(method)} ({level_numbers(method).lower()} of 5)"),
        Fact("How many", people_in_words(method)),
        Fact("To prepare", weeks_in_words(method)),
        Fact("Cost", f"{CostBand(method.cost_band).label} (band {method.cost_band})"),
    ]
