from records.models import LogEntry


def record(*, action, subjects, at, consultation_id=None, by=None, reason=""):
    """Add one log entry per subject (such as `comment:12`), in one query."""
    LogEntry.objects.bulk_create(
        LogEntry(
            at=at,
            action=action,
            subject=subject,
            consultation_id=consultation_id,
            by=by,
            reason=reason,
        )
        for subject in subjects
    )
