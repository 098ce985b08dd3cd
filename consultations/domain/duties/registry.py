"""Duties: what has to be true of a consultation before it is put to the public.

They follow guidance on fair consultation and are no legal advice. Later stages may register more,
in `AppConfig.ready`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.text import capfirst

from consultations.enums import Scale
from consultations.models import ConsultationPage

EVERY_SCALE = frozenset(Scale)
FORMAL = frozenset({Scale.CONSULTATION, Scale.STATUTORY})
NONE: frozenset = frozenset()


@dataclass(frozen=True)
class Judgement:
    """Whether a duty is met, in a sentence. `field` is where it is mended, "" where nowhere.

    `measure` says how far it falls short, in the duty's own unit; more is better.
    """

    is_met: bool
    sentence: str
    field: str = ""
    measure: int | None = None


def met(sentence="") -> Judgement:
    return Judgement(True, sentence)


def missing(sentence, field="", *, measure=None) -> Judgement:
    return Judgement(False, sentence, field, measure)


@dataclass(frozen=True)
class Duty:
    """`admitted` is how a reason for not meeting it begins in public: “Shorter than 12 weeks”.

    Without it no reason will do. `judge(consultation, now)` reads and never writes. `blocks` are
    the scales that cannot be published without it; for others it is advice.
    """

    code: str
    title: str
    source: str
    judge: Callable
    admitted: str = ""
    blocks: frozenset = FORMAL
    needs_second: bool = False

    @property
    def may_be_admitted(self) -> bool:
        return bool(self.admitted)


class State(StrEnum):
    MET = "met"
    OVERRIDDEN = "overridden"
    WAITING = "waiting"
    MISSING = "missing"
    ADVICE = "advice"


@dataclass(frozen=True)
class DutyStanding:
    """How one consultation stands to one duty: the judgement, and the reason on record."""

    duty: Duty
    judgement: Judgement
    is_blocking: bool
    override: object = None

    @property
    def state(self) -> State:
        if self.judgement.is_met:
            return State.MET
        if self.override is not None and self._covers():
            is_waiting = self.duty.needs_second and self.override.second_by_id is None
            return State.WAITING if is_waiting else State.OVERRIDDEN
        return State.MISSING if self.is_blocking else State.ADVICE

    @property
    def field_label(self) -> str:
        """What the editor calls the field that mends it; "" where none does."""
        name = self.judgement.field
        return str(capfirst(ConsultationPage._meta.get_field(name).verbose_name)) if name else ""

    @property
    def can_be_explained(self) -> bool:
        """Whether a reason may be given now: none counts yet, and one would do."""
        return self.duty.may_be_admitted and self.state in (State.MISSING, State.ADVICE)

    @property
    def is_unmet(self) -> bool:
        return self.is_blocking and self.state in (State.MISSING, State.WAITING)

    @property
    def is_outgrown(self) -> bool:
        """Whether the reason on record was given for less than is now wanting."""
        return self.override is not None and not self.judgement.is_met and not self._covers()

    def _covers(self):
        given, now = self.override.measure, self.judgement.measure
        return given is None or (now is not None and now >= given)


_duties: dict[str, Duty] = {}


def register(*duties):
    """Add these, in their order; one of the same code takes the place of the earlier one."""
    _duties.update({duty.code: duty for duty in duties})


def registered() -> list[Duty]:
    return list(_duties.values())


def duty_of(code) -> Duty | None:
    return _duties.get(code)


def standings(consultation, *, now) -> list[DutyStanding]:
    """How it stands to every duty, in their order, with the reasons on record: one query."""
    reasons = {}
    if consultation.pk:
        found = consultation.duty_overrides.standing().select_related("by", "second_by")
        reasons = {each.duty: each for each in found}
    return [
        DutyStanding(
            duty,
            duty.judge(consultation, now),
            consultation.scale in duty.blocks,
            reasons.get(duty.code),
        )
        for duty in registered()
    ]


def unmet(consultation, *, now) -> list[DutyStanding]:
    """What stands in the way of publishing it."""
    return [each for each in standings(consultation, now=now) if each.is_unmet]


def codes(standings) -> set[str]:
    return {each.duty.code for each in standings}
