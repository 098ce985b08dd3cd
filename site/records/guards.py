"""Triggers that refuse to change or delete a `LogEntry`, on both databases.

Only `unguard` takes them away: for starting the demo again, for tests that empty the database, and
for the retention of six years.
"""

MESSAGE = "A log entry is never changed."

SQLITE = """
CREATE TRIGGER IF NOT EXISTS records_logentry_no_{name} BEFORE {event} ON records_logentry
BEGIN SELECT RAISE(ABORT, '{message}'); END
"""
POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION records_logentry_refuse() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation'; END
$$ LANGUAGE plpgsql
"""
POSTGRESQL = """
CREATE TRIGGER records_logentry_no_{name} BEFORE {event} ON records_logentry
FOR EACH ROW EXECUTE FUNCTION records_logentry_refuse()
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
    table = "" if connection.vendor == "sqlite" else " ON records_logentry"
    with connection.cursor() as cursor:
        for event in ("update", "delete"):
            cursor.execute(f"DROP TRIGGER IF EXISTS records_logentry_no_{event}{table}")
