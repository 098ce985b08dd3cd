import datetime as dt

from records.domain.log import record
from records.models import LogEntry
from tests.factories.people import make_user

AT = dt.datetime(2026, 6, 10, 11, 0, tzinfo=dt.UTC)


def test_one_entry_is_added_for_each_subject_in_two_queries(db, django_assert_num_queries):
    officer = make_user("officer")

    with django_assert_num_queries(2):
        record(
            action="comment:held",
            subjects=["comment:1", "comment:2", "comment:3"],
            at=AT,
            consultation_id=7,
            by=officer,
            reason="PD1",
        )

    assert list(
        LogEntry.objects.values_list("at", "action", "subject", "consultation_id", "by", "reason")
    ) == [(AT, "comment:held", f"comment:{n}", 7, officer.pk, "PD1") for n in (1, 2, 3)]


def test_nothing_is_added_when_there_is_no_subject(db):
    record(action="comment:held", subjects=[], at=AT)

    assert LogEntry.objects.count() == 0
