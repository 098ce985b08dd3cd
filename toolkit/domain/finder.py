"""Which methods fit an exercise, and why: first what cannot be, then how well the rest fits.

The points only put methods in order. What people read is the reasons, in both directions.
"""

from dataclasses import dataclass, field

from toolkit.domain.methods import Method
from toolkit.enums import Audience, Conflict, Evidence, Level, Purpose, Skill, StandsAlone

AUDIENCE, PURPOSE, EVIDENCE, EFFORT, CONFLICT, LOCAL = 30, 25, 15, 15, 10, 5


@dataclass(frozen=True)
class Needs:
    """What somebody answered. What is None or empty was not asked for and decides nothing."""

    level: int | None = None
    purpose: str = ""
    weeks: int | None = None
    money: int | None = None
    staff_days: int | None = None
    skill: int | None = None
    people: int | None = None
    audiences: frozenset = field(default_factory=frozenset)
    evidence: frozenset = field(default_factory=frozenset)
    conflict: int | None = None
    is_formal: bool = False


@dataclass(frozen=True)
class Finding:
    """One method with the reasons for and against it; `barriers` are those that rule it out."""

    method: Method
    points: float
    fits: tuple[str, ...]
    misfits: tuple[str, ...]
    barriers: tuple[str, ...] = ()

    @property
    def is_possible(self):
        return not self.barriers


def find(methods, needs: Needs, *, good_uses=None) -> list[Finding]:
    """Every method: the possible ones first, the better ones before the others, then by name.

    `good_uses` says how often each was used here by people who would do it again: {key: number}.
    """
    good_uses = good_uses or {}
    findings = [judge(method, needs, good_uses=good_uses.get(method.key, 0)) for method in methods]
    return sorted(
        findings,
        key=lambda each: (bool(each.barriers), -each.points, each.method.title, each.method.key),
    )


def judge(method: Method, needs: Needs, *, good_uses: int = 0) -> Finding:
    fits, misfits, points = [], [], 0.0
    for weigh in (_audiences, _people, _purpose, _evidence, _formal, _effort, _skill, _conflict):
        gained, good, bad = weigh(method, needs)
        points += gained
        fits += good
        misfits += bad
    if good_uses:
        points += min(LOCAL, good_uses)
        times = "once" if good_uses == 1 else f"{good_uses} times"
        fits.append(f"it was used here {times} by people who would do it again")
    in_reach, barriers = limits(method, needs)
    return Finding(method, points, (*in_reach, *fits), tuple(misfits), barriers)


def limits(method: Method, needs: Needs) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What stays within the hard limits that were given, and what does not."""
    good, bad = [], []
    if needs.level:
        level = f"level {needs.level}, {Level(needs.level).label.lower()}"
        if method.serves(needs.level):
            good.append(f"it can keep a promise of {level}")
        else:
            bad.append(f"it does not work at {level}")
    if needs.weeks is not None:
        said = f"needs {_weeks(method.weeks)}, you have {needs.weeks}"
        (bad if method.weeks > needs.weeks else good).append(said)
    if needs.money is not None:
        said = f"costs about £{method.cost:,}, you have £{needs.money:,}"
        (bad if method.cost > needs.money else good).append(said)
    return tuple(good), tuple(bad)


def _audiences(method, needs):
    if not needs.audiences:
        return 0, [], []
    heard = _named(method.hears & needs.audiences, Audience)
    missed = _named(method.misses & needs.audiences, Audience)
    share = (len(heard) - len(missed) / 2) / len(needs.audiences)
    good = [f"hears {_listed(heard)} well"] if heard else []
    bad = [f"often misses {_listed(missed)}"] if missed else []
    if not heard:
        bad.append("is not known for hearing any of those whom you must hear")
    return AUDIENCE * share, good, bad


def _people(method, needs):
    if needs.people is None:
        return 0, [], []
    if needs.people < method.people_min:
        return 0, [], [f"needs at least {method.people_min:,} people, you expect {needs.people:,}"]
    if method.people_max is not None and needs.people > method.people_max:
        return 0, [], [f"hears {method.people_max:,} people at most, you expect {needs.people:,}"]
    return EFFORT / 3, [f"can hear {needs.people:,} people"], []


def _purpose(method, needs):
    if not needs.purpose:
        return 0, [], []
    words = Purpose(needs.purpose).label
    if needs.purpose in method.purposes:
        # A method that does one thing does it before one that does four.
        return PURPOSE - len(method.purposes), [f"is good when you want to {words}"], []
    return 0, [], [f"is not made to {words}"]


def _evidence(method, needs):
    if not needs.evidence:
        return 0, [], []
    given = _named(method.evidence & needs.evidence, Evidence)
    lacking = _named(needs.evidence - method.evidence, Evidence)
    good = [f"gives {_listed(given)}"] if given else []
    bad = [f"does not give {_listed(lacking)}"] if lacking else []
    return EVIDENCE * len(given) / len(needs.evidence), good, bad


def _formal(method, needs):
    if not needs.is_formal:
        return 0, [], []
    if method.stands_alone == StandsAlone.YES:
        return EVIDENCE, ["can stand alone as a formal consultation"], []
    if method.stands_alone == StandsAlone.WITH:
        return EVIDENCE / 3, [], ["is a formal consultation only together with another method"]
    return 0, [], ["cannot be a formal consultation"]


def _effort(method, needs):
    if needs.staff_days is None:
        return 0, [], []
    said = f"takes about {_days(method.staff_days)} of staff, you have {needs.staff_days}"
    if method.staff_days > needs.staff_days:
        return 0, [], [said]
    return EFFORT / 3, [said], []


def _skill(method, needs):
    if needs.skill is None or (needs.skill >= method.facilitation == Skill.NONE):
        return (0 if needs.skill is None else EFFORT / 3), [], []
    wanted = Skill(method.facilitation).label
    if needs.skill >= method.facilitation:
        return EFFORT / 3, [f"asks for {wanted} skill in leading talks, which you have"], []
    had = Skill(needs.skill).label
    return 0, [], [f"asks for {wanted} skill in leading talks, you have {had}"]


def _conflict(method, needs):
    if needs.conflict is None:
        return 0, [], []
    if method.conflict >= needs.conflict:
        bears = f"can bear {Conflict(needs.conflict).label} disagreement"
        return CONFLICT, [bears] if needs.conflict > Conflict.SOME else [], []
    return 0, [], [f"does not bear {Conflict(needs.conflict).label} disagreement"]


def _named(values, enumeration):
    return [member.label for member in enumeration if member.value in values]


def _listed(words):
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _weeks(number):
    return "1 week" if number == 1 else f"{number} weeks"


def _days(number):
    return "1 day" if number == 1 else f"{number} days"
