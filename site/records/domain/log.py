from django.db import transaction

from records.domain.sealing import NO_CONSULTATION, lengthen
from records.models import LogEntry


@transaction.atomic(savepoint=False)
def record(*, action, subjects, at, consultation_id=None, by=None, reason=""):
    """Add one log entry per subject (such as `comment:12`), in two queries.

    Inside the transaction of what it tells of. Entries of one consultation follow one another:
    two writers wait for each other here, so it is written last where that is possible.
    """
    entries = [
        LogEntry(
            at=at,
            action=action,
            subject=subject,
            consultation_id=consultation_id,
            by=by,
            reason=reason,
        )
        for subject in subjects
    ]
    if not entries:
        return
    chain = consultation_id or NO_CONSULTATION
    length, seal = lengthen(chain=chain, entries=entries)
    for number, entry in enumerate(entries, start=length - len(entries) + 1):
        entry.chain, entry.number, entry.seal = chain, number, seal
    LogEntry.objects.bulk_create(entries)
