"""How the log is sealed: entries written at once are hashed together with the seal before them.

Whoever changes, removes or re-orders a row would have to make every later seal anew, and the newest
one is printed where others keep it.
"""

import datetime as dt
import hashlib
import json

from django.db import connection

NO_CONSULTATION = 0

# Django gives SQLite its SHA256; PostgreSQL has one of its own. One statement locks the chain,
# makes it longer and makes its seal, so that a log entry costs one query more and not three.
DIGEST = {"sqlite": "SHA256({})", "postgresql": "encode(sha256(convert_to({}, 'UTF8')), 'hex')"}


def lengthen(*, chain, entries):
    """Seal these entries at the end of a chain; returns its new length and seal."""
    batch = digest_of(entries)
    digest = DIGEST[connection.vendor].format
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO records_logchain (consultation_id, length, seal) VALUES (%s, %s, %s)"
            " ON CONFLICT (consultation_id) DO UPDATE SET length = records_logchain.length + %s,"
            f" seal = {digest('records_logchain.seal || %s')}"
            " RETURNING length, seal",
            [chain, len(entries), next_seal("", batch), len(entries), batch],
        )
        return cursor.fetchone()


def next_seal(before, batch):
    return hashlib.sha256(f"{before}{batch}".encode()).hexdigest()


def digest_of(entries):
    """One digest of what these entries say, in their order."""
    said = [
        [
            entry.at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
            entry.action,
            entry.subject,
            entry.consultation_id,
            entry.by_id,
            entry.reason,
        ]
        for entry in entries
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()
