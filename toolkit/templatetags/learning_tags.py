"""What real uses taught: medians in the place of estimates, and every use with its lessons."""

from dataclasses import replace

from django import template

from toolkit.domain import learning

register = template.Library()

# The figure that takes the place of an estimate, by the name the estimate is shown under.
MEASURED = {
    "How many": "people",
    "To prepare": "weeks_to_prepare",
    "Time of staff": "staff_days",
    "Cost": "cost",
}
UNITS = {
    "people": ("1 person", "{} people"),
    "weeks_to_prepare": ("1 week", "{} weeks"),
    "staff_days": ("1 day", "{} days"),
    "cost": ("£1", "£{}"),
}


@register.simple_tag
def method_measured(method):
    return learning.measured(method)


@register.simple_tag
def learned_facts(estimates, measured):
    """The facts to plan by, each with the median of real uses where three or more know it."""
    return [
        replace(fact, value=median_in_words(name, measured.figures[name]))
        if (name := MEASURED.get(fact.name)) in measured.figures
        else fact
        for fact in estimates
    ]


@register.simple_tag
def lessons_of(method):
    return learning.lessons_of(method)


def median_in_words(name, median):
    """“64 people: the median of 3 uses, which were from 38 to 112”."""
    value, lowest, highest = (_number(n) for n in (median.value, median.lowest, median.highest))
    one, many = UNITS[name]
    amount = one if value == "1" else many.format(value)
    if lowest == highest:
        return f"{amount}, the same in {median.n} uses"
    return f"{amount}: the median of {median.n} uses, which were from {lowest} to {highest}"


@register.simple_tag
def use_in_words(use):
    """“38 people, £180, 14 days of staff”, with what is known only."""
    known = [
        (use.people, "1 person", "{} people"),
        (use.cost, "£1", "£{}"),
        (use.staff_days, "1 day of staff", "{} days of staff"),
    ]
    return ", ".join(
        one if _number(value) == "1" else many.format(_number(value))
        for value, one, many in known
        if value is not None
    )


def _number(value):
    """“1,500” or “2.5”: as few digits as say it."""
    return f"{float(value):,.1f}".removesuffix(".0")
