"""A method as the finder and the mix builder see it: facts without a page or a database."""

from dataclasses import dataclass, field, replace
from math import ceil

from toolkit.enums import Evidence, Mode, StandsAlone


@dataclass(frozen=True)
class Method:
    """What is known of one method. Costs are in pounds and times in weeks, both to plan with."""

    key: int
    title: str
    lowest_level: int = 2
    highest_level: int = 2
    people_min: int = 1
    people_max: int | None = None
    weeks_to_prepare: int = 1
    weeks_to_run: int = 0
    staff_days_min: int = 1
    staff_days_max: int = 1
    cost: int = 0
    facilitation: int = 0
    conflict: int = 1
    stands_alone: str = StandsAlone.NO
    needs_safeguarding: bool = False
    stages: frozenset = field(default_factory=frozenset)
    purposes: frozenset = field(default_factory=frozenset)
    evidence: frozenset = field(default_factory=frozenset)
    modes: frozenset = field(default_factory=frozenset)
    reaches: frozenset = field(default_factory=frozenset)
    misses: frozenset = field(default_factory=frozenset)

    @property
    def weeks(self):
        """From the decision to do it to the end. What is meant to go on for a year needs no more
        than its start."""
        return self.weeks_to_prepare + (0 if self.goes_on else self.weeks_to_run)

    @property
    def goes_on(self):
        return self.weeks_to_run >= 26

    @property
    def staff_days(self):
        """The middle of what it takes, rounded up."""
        return (self.staff_days_min + self.staff_days_max + 1) // 2

    @property
    def hears(self):
        """Whom it reaches, unless it only tells people something."""
        return self.reaches if self.evidence else frozenset()

    @property
    def gives_counts(self):
        return Evidence.COUNTS in self.evidence

    @property
    def gives_reasons(self):
        return Evidence.REASONS in self.evidence

    @property
    def has_a_way_without_a_computer(self):
        return bool(self.modes - {Mode.ONLINE})

    def serves(self, level):
        return self.lowest_level <= level <= self.highest_level


COPIED = [
    "title",
    "lowest_level",
    "highest_level",
    "people_min",
    "people_max",
    "weeks_to_prepare",
    "weeks_to_run",
    "staff_days_min",
    "staff_days_max",
    "facilitation",
    "conflict",
    "stands_alone",
    "needs_safeguarding",
]
SETS = ["stages", "purposes", "evidence", "modes", "reaches", "misses"]


def facts_of(page, measured=None):
    """The facts of a MethodPage; what was `measured` here often enough replaces its estimates."""
    facts = Method(
        key=page.pk,
        cost=page.cost_to_plan_with,
        **{name: getattr(page, name) for name in COPIED},
        **{name: frozenset(getattr(page, name)) for name in SETS},
    )
    return replace(facts, **_known(measured.figures)) if measured else facts


def _known(figures):
    """Medians of real uses in whole weeks, days and pounds, rounded up."""
    known = {name: ceil(median.value) for name, median in figures.items()}
    fields = {}
    if "cost" in known:
        fields["cost"] = known["cost"]
    if "weeks_to_prepare" in known:
        fields["weeks_to_prepare"] = known["weeks_to_prepare"]
    if "staff_days" in known:
        fields |= dict.fromkeys(("staff_days_min", "staff_days_max"), known["staff_days"])
    return fields
