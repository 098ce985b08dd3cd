"""Triggers that refuse to change or delete the rows of a table, on both databases."""

from contextlib import contextmanager

from django.db import connection as default
from django.db import transaction

SQLITE = """
CREATE TRIGGER IF NOT EXISTS {table}_no_{name} BEFORE {event} ON {table}
BEGIN SELECT RAISE(ABORT, '{message}'); END
"""
POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation'; END
$$ LANGUAGE plpgsql
"""
POSTGRESQL = """
CREATE TRIGGER {table}_no_{name} BEFORE {event} ON {table}
FOR EACH ROW EXECUTE FUNCTION {table}_refuse()
"""


class Guard:
    """What keeps the rows of one table as they were written. `message` is the error's words."""

    def __init__(self, table, message):
        self.table, self.message = table, message

    def guard(self, connection):
        words = {"table": self.table, "message": self.message}
        is_sqlite = connection.vendor == "sqlite"
        template = SQLITE if is_sqlite else POSTGRESQL
        with connection.cursor() as cursor:
            if not is_sqlite:
                cursor.execute(POSTGRESQL_FUNCTION.format(**words))
            for event in ("UPDATE", "DELETE"):
                cursor.execute(template.format(name=event.lower(), event=event, **words))

    def unguard(self, connection):
        where = "" if connection.vendor == "sqlite" else f" ON {self.table}"
        with connection.cursor() as cursor:
            for event in ("update", "delete"):
                cursor.execute(f"DROP TRIGGER IF EXISTS {self.table}_no_{event}{where}")

    @contextmanager
    def unguarded(self):
        """Without it for the length of a block, which is a transaction."""
        with transaction.atomic():
            self.unguard(default)
            yield
            self.guard(default)


# Taken away only for starting the demo again, for tests that empty the database, and for the
# retention of six years.
log = Guard("records_logentry", "A log entry is never changed.")
guard, unguard, unguarded = log.guard, log.unguard, log.unguarded
