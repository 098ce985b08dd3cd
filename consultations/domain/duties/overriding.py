"""Saying in public why a duty is not met: who may, who has to agree, and what is on record."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from consultations.domain.duties.fair import gives_its_reason
from consultations.domain.duties.registry import State, codes, duty_of, standings, unmet
from consultations.domain.lengths import length_of
from consultations.models import SHORTEST_REASON, ConsultationPage, DutyOverride
from pages.caching import pages_changed
from records.domain.log import record

REASON_ON_THE_PAGE = "twelve_weeks"


class NotYours(Exception):
    """This person may not publish this consultation."""


class NothingMissing(Exception):
    """There is no such duty, it is met, or it cannot be explained away."""


class TooShort(Exception):
    """The reason is too short to be one."""


class SecondPersonNeeded(Exception):
    """Nobody agrees with themselves."""


class StillStandsOnIt(Exception):
    """The consultation is public, and would break a duty without this reason."""


def may_override(consultation, user):
    return consultation.permissions_for_user(user).can_publish()


@transaction.atomic
def override(*, consultation, code, reason, by, at):
    """Record why this duty is not met. An earlier reason for it is withdrawn.

    `consultation` is as it now reads, a draft of it included. Raises NotYours, NothingMissing,
    TooShort.
    """
    _lock(consultation, by)
    standing = _standing(consultation, code, at)
    if standing is None or not standing.duty.may_be_admitted or standing.judgement.is_met:
        raise NothingMissing
    reason = reason.strip()
    if len(reason) < SHORTEST_REASON:
        raise TooShort
    return _replace(consultation, code, reason, measure=standing.judgement.measure, by=by, at=at)


@transaction.atomic
def confirm(*, override_id, consultation, by, at):
    """Agree as the second person. Raises NotYours, NothingMissing, SecondPersonNeeded."""
    _lock(consultation, by)
    row = _find(consultation, override_id)
    duty = duty_of(row.duty)
    if duty is None or not duty.needs_second or row.second_by_id:
        raise NothingMissing
    if row.by_id == by.pk:
        raise SecondPersonNeeded
    row.second_by, row.second_at = by, at
    row.save(update_fields=["second_by", "second_at"])
    _record("confirmed", row, by, at)
    return row


@transaction.atomic
def withdraw(*, override_id, consultation, by, at):
    """Take a reason back. Raises NotYours, NothingMissing; StillStandsOnIt while it is public."""
    _lock(consultation, by)
    row = _find(consultation, override_id)
    public = _public_text(consultation)
    before = codes(unmet(public, now=at)) if public else set()
    row.withdrawn_by, row.withdrawn_at = by, at
    row.save(update_fields=["withdrawn_by", "withdrawn_at"])
    if public and codes(unmet(public, now=at)) - before:
        raise StillStandsOnIt
    _record("withdrawn", row, by, at)
    return row


def keep_reason_on_the_page(*, consultation, by, at):
    """Put the page's own reason for a shorter time on record, with the name of who wrote it.

    It takes the place of the one before. Without a name nothing is recorded: the page still shows
    the reason.
    """
    if by is None or not gives_its_reason(consultation):
        return
    reason = consultation.short_because.strip()
    standing = consultation.duty_overrides.standing()
    if standing.filter(duty=REASON_ON_THE_PAGE, reason=reason).exists():
        return
    _replace(
        consultation,
        REASON_ON_THE_PAGE,
        reason,
        measure=length_of(consultation).days,
        by=by,
        at=at,
    )


@dataclass(frozen=True)
class Reason:
    """A reason as the public reads it: what for, why, from whom, since when, and who agreed."""

    title: str
    text: str
    by: str = ""
    at: datetime | None = None
    second: str = ""


def reasons_in_public(consultation, *, now) -> list[Reason]:
    """Every reason that is needed as it now stands, in the order of the duties: one query."""
    found = []
    for each in standings(consultation, now=now):
        row, text = each.override, ""
        if each.duty.code == REASON_ON_THE_PAGE and gives_its_reason(consultation):
            text = consultation.short_because.strip()
            row = row if row and row.reason == text else None
        elif each.state == State.OVERRIDDEN:
            text = row.reason
        if text:
            found.append(_reason(each.duty, text, row))
    return found


def _reason(duty, text, row):
    if row is None:
        return Reason(duty.admitted, text)
    second = name_in_public(row.second_by) if row.second_by else ""
    return Reason(duty.admitted, text, name_in_public(row.by), row.at, second)


def name_in_public(user):
    """A name, or else a role; never an e-mail address."""
    return user.get_full_name() or getattr(user.groups.first(), "name", "") or "The council"


def _lock(consultation, user):
    """One at a time on each consultation; and only for who may publish it."""
    ConsultationPage.objects.select_for_update(of=("self",)).get(pk=consultation.pk)
    if not may_override(consultation, user):
        raise NotYours


def _public_text(consultation):
    """What the public reads, or will read by the schedule; None while neither is so."""
    stored = ConsultationPage.objects.get(pk=consultation.pk)
    if stored.live:
        return stored
    scheduled = stored.scheduled_revision
    return scheduled.as_object() if scheduled else None


def _standing(consultation, code, now):
    return next((s for s in standings(consultation, now=now) if s.duty.code == code), None)


def _find(consultation, pk):
    row = consultation.duty_overrides.standing().filter(pk=pk).first()
    if row is None:
        raise NothingMissing
    return row


def _replace(consultation, code, reason, *, measure, by, at):
    for earlier in consultation.duty_overrides.standing().filter(duty=code):
        earlier.withdrawn_by, earlier.withdrawn_at = by, at
        earlier.save(update_fields=["withdrawn_by", "withdrawn_at"])
        _record("withdrawn", earlier, by, at)
    row = DutyOverride.objects.create(
        consultation_id=consultation.pk, duty=code, reason=reason, measure=measure, by=by, at=at
    )
    _record("given", row, by, at)
    return row


def _record(what, row, by, at):
    record(
        action=f"duty.reason_{what}",
        subjects=[f"override:{row.pk}"],
        at=at,
        consultation_id=row.consultation_id,
        by=by,
        reason=row.duty,
    )
    pages_changed()
