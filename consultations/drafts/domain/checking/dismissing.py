"""Saying that a finding is no problem here, and taking that back."""

from django.db import transaction

from consultations.domain.readiness import checks_for
from consultations.drafts.models import DismissedFinding
from records.domain.log import record


class NoSuchFinding(Exception):
    """The draft has changed, and the check no longer finds this."""

    def __init__(self, message="The draft has changed since: the check no longer says that."):
        super().__init__(message)


class HasToBeMended(Exception):
    """What stands in the way of launching is no matter of opinion."""

    def __init__(self, message="Nobody could take part without this, so it has to be mended."):
        super().__init__(message)


@transaction.atomic
def dismiss(*, draft, fingerprint, by, at):
    """Note that a finding is no problem in this draft; a second time changes nothing.

    Raises NoSuchFinding and HasToBeMended.
    """
    consultation = draft.consultation.get_latest_revision_as_object()
    found = {one.fingerprint: one for one in checks_for(consultation, draft, at)}
    finding = found.get(fingerprint)
    if finding is None:
        raise NoSuchFinding
    if finding.blocks:
        raise HasToBeMended
    _, is_new = DismissedFinding.objects.get_or_create(
        draft=draft, fingerprint=fingerprint, defaults={"code": finding.code, "by": by, "at": at}
    )
    if is_new:
        _log("draft.finding_dismissed", draft, consultation, finding.code, by=by, at=at)
    return finding


@transaction.atomic
def take_back(*, draft, fingerprint, by, at):
    """Show the finding again. Nothing happens when somebody else was quicker."""
    dismissed = DismissedFinding.objects.select_for_update().filter(
        draft=draft, fingerprint=fingerprint
    )
    row = dismissed.first()
    if row is None:
        return
    row.delete()
    _log("draft.finding_taken_back", draft, draft.consultation, row.code, by=by, at=at)


def _log(action, draft, consultation, code, *, by, at):
    record(
        action=action,
        subjects=[f"draft:{draft.pk}"],
        at=at,
        consultation_id=consultation.pk,
        by=by,
        reason=code,
    )
