"""Whether a consultation may go public as it reads, and what is noted when it changes in public."""

from django.db import transaction

from consultations.domain.duties import unmet
from consultations.domain.duties.overriding import keep_reason_on_the_page
from consultations.domain.duties.registry import codes
from consultations.models import ConsultationPage, PromiseChange
from records.domain.log import record

PROMISED = ("opens_at", "closes_at", "decision_on", "reply_by")


class DutiesNotMet(Exception):
    """It cannot be published yet. `unmet` are the standings that are in the way."""

    def __init__(self, consultation, unmet):
        self.consultation = consultation
        self.unmet = unmet
        sentences = " ".join(each.judgement.sentence for each in unmet)
        super().__init__(f"“{consultation.title}” cannot be published yet. {sentences}")


def refuse_unless_ready(consultation, *, now):
    """Raise DutiesNotMet when something is in the way.

    A sample consultation, made by a program to measure the site, owes nothing to anybody.
    """
    if consultation.is_sample:
        return
    if found := unmet(consultation, now=now):
        raise DutiesNotMet(consultation, found)


@transaction.atomic
def unschedule_if_unready(*, revision, at):
    """Take away the publishing date of a revision that may not go public, and put it on record.

    Gives the sentences that say so: none when it is ready.
    """
    consultation = revision.as_object()
    try:
        refuse_unless_ready(consultation, now=at)
    except DutiesNotMet as error:
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])
        record(
            action="consultation.not_published",
            subjects=[f"consultation:{consultation.pk}"],
            at=at,
            consultation_id=consultation.pk,
        )
        return [str(error)]
    return []


@transaction.atomic
def prepare_to_save(*, consultation, before, at):
    """What has to happen before a consultation is saved that the public can read from then on.

    One that goes public has to be ready. One that is public already may break no duty that it
    kept; what it lacked before stays as it was. A promised date that moves is noted. Raises
    DutiesNotMet.
    """
    was_public = before is not None and before.live
    if not was_public:
        refuse_unless_ready(consultation, now=at)
    elif _words(before) == _words(consultation):
        return
    else:
        _refuse_what_breaks(consultation, before, at)
    by = _author(consultation, before)
    if was_public:
        _note_moved_dates(consultation, before, by, at)
    if consultation.pk:
        keep_reason_on_the_page(consultation=consultation, by=by, at=at)


def _refuse_what_breaks(consultation, before, at):
    if consultation.is_sample:
        return
    kept_so_far = codes(unmet(before, now=at))
    found = [each for each in unmet(consultation, now=at) if each.duty.code not in kept_so_far]
    if found:
        raise DutiesNotMet(consultation, found)


def _note_moved_dates(consultation, before, by, at):
    moved = [name for name in PROMISED if getattr(before, name) != getattr(consultation, name)]
    if not moved:
        return
    PromiseChange.objects.bulk_create(
        PromiseChange(
            consultation_id=consultation.pk,
            field=name,
            was=_iso(getattr(before, name)),
            became=_iso(getattr(consultation, name)),
            at=at,
            by=by,
        )
        for name in moved
    )
    record(
        action="promise.moved",
        subjects=[f"consultation:{consultation.pk}:{name}" for name in moved],
        at=at,
        consultation_id=consultation.pk,
        by=by,
    )


def _author(consultation, before):
    """Who wrote the revision that is being published; nobody when it is saved without one."""
    if consultation.live_revision_id == getattr(before, "live_revision_id", None):
        return None
    revision = consultation.live_revision
    return revision.user if revision else None


def _words(consultation):
    own = ConsultationPage._meta.local_concrete_fields
    return {
        field.attname: field.get_prep_value(getattr(consultation, field.attname)) for field in own
    }


def _iso(value):
    return value.isoformat() if value else ""
