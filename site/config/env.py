"""The only reader of environment variables.

Each function refuses what it does not understand with a sentence that names the variable, so that
a typing mistake stops the start instead of changing the behaviour. Every variable has a row in
docs/running.md (a test keeps it so).
"""

import os
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE_WORDS = {"1", "true", "yes", "on"}
FALSE_WORDS = {"0", "false", "no", "off"}


def text(name, default=None):
    """The variable as it stands; without a default it has to be set."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        raise ImproperlyConfigured(f"Set {name}: there is no safe default for it.")
    return default


def flag(name, default):
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value in TRUE_WORDS:
        return True
    if value in FALSE_WORDS:
        return False
    raise ImproperlyConfigured(f"{name} is {value!r}; write true or false.")


def number(name, default, *, least=0):
    value = os.environ.get(name, "").strip()
    if not value:
        return default
    try:
        result = int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} is {value!r}; write a whole number.") from None
    if result < least:
        raise ImproperlyConfigured(f"{name} is {result}; the least that works is {least}.")
    return result


def words(name, default=()):
    """A list separated by commas; blanks are dropped."""
    value = os.environ.get(name, "")
    return [word.strip() for word in value.split(",") if word.strip()] or list(default)


def secret(name):
    """A key of at least 50 characters: shorter ones are refused, and so are placeholders."""
    value = text(name)
    if len(value) < 50 or len(set(value)) < 5:
        raise ImproperlyConfigured(
            f"{name} is too weak: use at least 50 random characters, "
            'for example from `python3 -c "import secrets; print(secrets.token_urlsafe(64))"`.'
        )
    return value


def database(name, default):
    """A DATABASES entry from an address such as `postgres://user:password@host:5432/name`.

    `sqlite:///relative.sqlite3` and `sqlite:////absolute.sqlite3` are understood too; anything
    else raises.
    """
    address = text(name, default)
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return sqlite(unquote(parts.path[1:]))
    if parts.scheme in {"postgres", "postgresql"}:
        return postgresql(parts)
    raise ImproperlyConfigured(f"{name} starts with {parts.scheme!r}; use sqlite or postgres.")


def sqlite(path):
    """SQLite tuned for many writers: with Django's defaults one write in four fails under load."""
    if not path:
        raise ImproperlyConfigured("A sqlite address needs a file: sqlite:////var/board.sqlite3.")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
            " PRAGMA cache_size=-16000;",
        },
    }


def postgresql(parts):
    timeouts = "-c statement_timeout=30s -c lock_timeout=5s"
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 3, "options": timeouts, **dict(parse_qsl(parts.query))},
    }
