"""Until when a response may be written and sent.

Accepted from `opens_at` up to, not including, `closes_at`. What was begun by then may be finished
and sent until 9am on the next working day: it is marked late and counted. Nothing is begun after
closing.
"""

from datetime import datetime, time

from calendars.office_hours import LONDON
from calendars.working_days import add_working_days
from consultations.domain.stages import accepts_responses
from consultations.enums import Stage
from consultations.wording import last_day

NINE = time(9)


def grace_ends(closes_at):
    """9am in London on the working day after the last day on which it is open."""
    return datetime.combine(add_working_days(last_day(closes_at), 1), NINE, LONDON)


def is_in_grace(consultation, *, begun_at, received_at):
    """Whether something begun at this moment may still be sent, late. Half open at both ends."""
    return bool(
        begun_at
        and consultation.closes_at
        and begun_at < consultation.closes_at <= received_at < grace_ends(consultation.closes_at)
        and consultation.stage_at(received_at) == Stage.CLOSED
    )


def may_go_on(consultation, basket, *, received_at):
    """Whether this basket, or a new one for None, may be written in and sent at this moment."""
    begun_at = basket.begun_at if basket else None
    return accepts_responses(consultation, received_at=received_at) or is_in_grace(
        consultation, begun_at=begun_at, received_at=received_at
    )


def late_until(consultation):
    """Until when what was begun may be sent after closing, or None without a closing date."""
    return grace_ends(consultation.closes_at) if consultation.closes_at else None
