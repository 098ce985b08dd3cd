"""How a process of its own reaches the database that the test stands in."""

from urllib.parse import quote

from django.db import connection


def address_of_test_database():
    """As DATABASE_URL. What the test has not committed cannot be seen there."""
    now = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{quote(str(now['NAME']))}"
    user, password, name = (quote(now[key], safe="") for key in ("USER", "PASSWORD", "NAME"))
    return f"postgres://{user}:{password}@{now['HOST']}:{now['PORT'] or 5432}/{name}"
