"""The log is sealed: what is changed, removed or put in another order is found."""

import datetime as dt
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from records.domain.log import record
from records.domain.verifying import verify
from records.guards import guard, unguard
from records.models import LogChain, LogEntry

AT = dt.datetime(2026, 6, 10, 11, 0, tzinfo=dt.UTC)
CHANGES = {
    "changed": "UPDATE records_logentry SET reason = 'DF1' WHERE number = 2 AND chain = 7",
    "removed": "DELETE FROM records_logentry WHERE number = 2 AND chain = 7",
    "the last removed": "DELETE FROM records_logentry WHERE number = 4 AND chain = 7",
    "all removed": "DELETE FROM records_logentry WHERE chain = 7",
    "re-ordered": "UPDATE records_logentry SET subject = 'comment:' || (5 - number)"
    " WHERE number IN (2, 3) AND chain = 7",
    "moved to another": "UPDATE records_logentry SET chain = 8 WHERE number = 4 AND chain = 7",
}


@pytest.fixture
def log(db):
    for numbers in ((1,), (2, 3), (4,)):
        record(
            action="comment.publish",
            subjects=[f"comment:{number}" for number in numbers],
            at=AT,
            consultation_id=7,
        )
    record(action="page.published", subjects=["page:1"], at=AT)


def test_is_whole_as_it_was_written(log):
    out = StringIO()

    call_command("verify_log", stdout=out)

    assert "The log is whole." in out.getvalue()
    assert {one.chain: one.length for one in verify()} == {0: 1, 7: 4}
    assert len({chain.seal for chain in LogChain.objects.all()}) == 2


@pytest.mark.parametrize("statement", CHANGES.values(), ids=CHANGES)
def test_what_was_done_to_it_is_found(log, statement):
    unguard(connection)
    with connection.cursor() as cursor:
        cursor.execute(statement)
    guard(connection)

    assert any(one.faults for one in verify())
    with pytest.raises(CommandError, match="not as it was written"):
        call_command("verify_log", stdout=StringIO())


@pytest.mark.parametrize("statement", [CHANGES["changed"], CHANGES["removed"]])
def test_the_database_refuses_to_do_it(log, statement):
    with (
        pytest.raises(DatabaseError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

    assert LogEntry.objects.filter(chain=7).count() == 4


def test_can_be_exported(log, tmp_path):
    call_command("verify_log", 7, export=str(tmp_path / "log.csv"), stdout=StringIO())

    lines = (tmp_path / "log.csv").read_text().splitlines()
    assert len(lines) == 5
    assert lines[1].startswith("7,1,2026-06-10 11:00:00+00:00,comment.publish,comment:1,")
