from dataclasses import dataclass


@dataclass(frozen=True)
class DemoMethod:
    """One method as it is written down here; figures are pairs, choices are words with spaces.

    `weeks` to prepare and to run; `days` of staff, `days_for` what they are for; `cost` the bands
    and the pounds to plan with; `skills` in leading talks, making sense of it, and computers;
    `steps` and `risks` pairs of a few words and what is done.
    """

    slug: str
    title: str
    summary: str
    levels: tuple
    people: tuple
    weeks: tuple
    days: tuple
    cost: tuple
    skills: tuple
    purposes: str
    evidence: str
    modes: str
    reaches: str
    misses: str
    works_well_for: str
    often_misses: str
    adjustment: str
    why_alone: str
    steps: tuple
    risks: tuple
    checks: tuple = ()
    days_for: str = ""
    stages: str = "engagement"
    stands_alone: str = "no"
    conflict: int = 1
    needs_safeguarding: bool = False
    set_up_as: str = "nothing"
    also_known_as: str = ""
    template: str = ""
