"""What a connection is told when it is opened."""

import sqlite3

from django.db.backends.signals import connection_created
from django.dispatch import receiver


@receiver(connection_created)
def use_all_of_sqlite(sender, connection, **kwargs):
    """Let one statement take as many values as this SQLite allows.

    Django counts on 999, the limit before 2020, and splits five hundred new rows into a dozen
    statements; SQLite itself says 32,766 or more.
    """
    if connection.vendor == "sqlite":
        limit = connection.connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER)
        connection.features.max_query_params = limit
