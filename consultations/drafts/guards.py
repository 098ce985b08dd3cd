"""Triggers that refuse to change or delete a `Passage`, on both databases.

Only `unguarded()` takes them away, for the length of a block: for starting the demo again and for
tests that empty the database.
"""

from contextlib import contextmanager

from django.db import connection, transaction

MESSAGE = "A published passage is never changed."

SQLITE = """
CREATE TRIGGER IF NOT EXISTS drafts_passage_no_{name} BEFORE {event} ON drafts_passage
BEGIN SELECT RAISE(ABORT, '{message}'); END
"""
POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION drafts_passage_refuse() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation'; END
$$ LANGUAGE plpgsql
"""
POSTGRESQL = """
CREATE TRIGGER drafts_passage_no_{name} BEFORE {event} ON drafts_passage
FOR EACH ROW EXECUTE FUNCTION drafts_passage_refuse()
"""


def guard(connection):
    sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        if not sqlite:
            cursor.execute(POSTGRESQL_FUNCTION.format(message=MESSAGE))
        for event in ("UPDATE", "DELETE"):
            template = SQLITE if sqlite else POSTGRESQL
            cursor.execute(template.format(name=event.lower(), event=event, message=MESSAGE))


def unguard(connection):
    table = "" if connection.vendor == "sqlite" else " ON drafts_passage"
    with connection.cursor() as cursor:
        for event in ("update", "delete"):
            cursor.execute(f"DROP TRIGGER IF EXISTS drafts_passage_no_{event}{table}")


@contextmanager
def unguarded():
    with transaction.atomic():
        unguard(connection)
        yield
        guard(connection)
