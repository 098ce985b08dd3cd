"""The cheapest few methods that together hear everybody who must be heard.

Exact: every set of at most four that could be the answer is looked at. What has to be covered is a
row of bits; a set in which no method could be left out is found by covering the first uncovered
bit, again and again, and the cheapest set is always such a set.
"""

from dataclasses import dataclass

from toolkit.domain.methods import Method

MOST_METHODS = 4
COUNTS, REASONS, OFFLINE, LEVEL = "counts", "reasons", "offline", "level"


@dataclass(frozen=True)
class Mix:
    """Methods in the order of their names, and what each of them is there for."""

    methods: tuple[Method, ...]

    @property
    def cost(self):
        return sum(method.cost for method in self.methods)

    @property
    def staff_days(self):
        return sum(method.staff_days for method in self.methods)

    @property
    def rank(self):
        """What a better mix has less of: pounds, then staff days, then methods, then the names."""
        names = [(method.title, method.key) for method in self.methods]
        return self.cost, self.staff_days, len(names), names


def wants(audiences, level=None) -> list[str]:
    """What a mix has to cover, in a fixed order."""
    return [*sorted(audiences), COUNTS, REASONS, OFFLINE, *([LEVEL] if level else [])]


def covers(method: Method, audiences, level=None) -> set[str]:
    """Which of them one method covers."""
    covered = {
        COUNTS: method.gives_counts,
        REASONS: method.gives_reasons,
        OFFLINE: method.has_a_way_without_a_computer,
        LEVEL: bool(level) and method.serves(level),
    }
    return (method.hears & set(audiences)) | {name for name, is_so in covered.items() if is_so}


def cheapest_mix(methods, *, audiences, level=None, most=MOST_METHODS) -> Mix | None:
    """The best mix of at most so many of these methods, or None where there is none.

    The same question has the same answer whatever the order of the methods.
    """
    needed = wants(audiences, level)
    bits = {want: 1 << place for place, want in enumerate(needed)}
    masks = [
        (method, sum(bits[want] for want in covers(method, audiences, level)))
        for method in sorted(methods, key=lambda method: (method.cost, method.title, method.key))
    ]
    return _Search(masks, everything=(1 << len(needed)) - 1, most=most).best


def uncovered(methods, *, audiences, level=None) -> list[str]:
    """What no method of these covers at all, as `wants` names it."""
    covered = set().union(*(covers(method, audiences, level) for method in methods))
    return [want for want in wants(audiences, level) if want not in covered]


class _Search:
    def __init__(self, masks, *, everything, most):
        self.everything = everything
        self.most = most
        self.best = None
        self.covering = {
            place: [(method, mask) for method, mask in masks if mask >> place & 1]
            for place in range(everything.bit_length())
        }
        self._extend((), 0, 0)

    def _extend(self, chosen, covered, cost):
        if covered == self.everything:
            mix = Mix(tuple(sorted(chosen, key=lambda method: (method.title, method.key))))
            if self.best is None or mix.rank < self.best.rank:
                self.best = mix
            return
        if len(chosen) == self.most:
            return
        missing = self.everything & ~covered
        for method, mask in self.covering[(missing & -missing).bit_length() - 1]:
            if self.best is not None and cost + method.cost > self.best.cost:
                break  # they are in the order of their cost
            self._extend((*chosen, method), covered | mask, cost + method.cost)
