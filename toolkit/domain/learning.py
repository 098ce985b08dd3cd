"""What methods took in fact: medians of their real uses, once there are three."""

from collections import defaultdict
from dataclasses import dataclass, field
from statistics import median

from wagtail.models import Page

from toolkit.models import MethodUse

ENOUGH = 3
FIGURES = ("people", "cost", "staff_days", "weeks_to_prepare")


@dataclass(frozen=True)
class Median:
    """`n` is how many uses know the figure; the other two are the least and most they say."""

    value: float
    lowest: float
    highest: float
    n: int


@dataclass(frozen=True)
class Measured:
    """A figure that fewer than three uses know is not among `figures`: the estimate stands."""

    n: int
    figures: dict = field(default_factory=dict)
    again: int = 0
    asked_again: int = 0

    @property
    def is_enough(self):
        return self.n >= ENOUGH


@dataclass(frozen=True)
class Lesson:
    """One use in public; `consultation` is None where not everybody may read its page."""

    use: MethodUse
    consultation: Page | None


def lessons_of(method):
    """Every use of a method, the newest first, in three queries."""
    uses = list(MethodUse.objects.filter(method=method))
    readable = Page.objects.filter(pk__in=[use.consultation_id for use in uses]).live().public()
    pages = {page.pk: page for page in readable}
    return [Lesson(use, pages.get(use.consultation_id)) for use in uses]


def measured(method):
    return measured_all([method])[method.pk]


def measured_all(methods):
    """What was measured of each method, by primary key, in one query."""
    uses = defaultdict(list)
    for use in MethodUse.objects.filter(method__in=methods).only("method", "again", *FIGURES):
        uses[use.method_id].append(use)
    return {method.pk: _measure(uses[method.pk]) for method in methods}


def _measure(uses):
    medians = {name: _median(uses, name) for name in FIGURES}
    answers = [use.again for use in uses if use.again is not None]
    return Measured(
        n=len(uses),
        figures={name: found for name, found in medians.items() if found},
        again=sum(answers),
        asked_again=len(answers),
    )


def _median(uses, name):
    known = [float(value) for use in uses if (value := getattr(use, name)) is not None]
    if len(known) < ENOUGH:
        return None
    return Median(median(known), min(known), max(known), len(known))
