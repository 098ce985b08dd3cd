"""The only reader of environment variables.

Each function refuses what it does not understand with a sentence that names the variable, so that
a typing mistake stops the start instead of changing the behaviour. Every variable has a row in
docs/running.md (a test keeps it so).
"""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parents[2]
TRUE_WORDS = {"1", "true", "yes", "on"}
CLAMD_PORT = 3310
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


def hosts(name):
    """The names this site answers to. A stranger must not choose the address in our letters."""
    names = words(name)
    if not names or "*" in names:
        raise ImproperlyConfigured(
            f"Set {name} to the names this site answers to, separated by commas, and not to `*`."
        )
    wrong = [host for host in names if "/" in host]
    if wrong:
        raise ImproperlyConfigured(
            f"{name} holds {wrong[0]!r}; write only the name, such as consult.example.org."
        )
    return names


def secret(name):
    """A key of at least 50 characters: shorter ones are refused, and so are placeholders."""
    value = text(name)
    if len(value) < 50 or len(set(value)) < 5:
        raise ImproperlyConfigured(
            f"{name} is too weak: use at least 50 random characters, "
            'for example from `python3 -c "import secrets; print(secrets.token_urlsafe(64))"`.'
        )
    return value


def scanner(name):
    """Where clamd listens: (host, port), the path of a socket, or None where there is none."""
    value = os.environ.get(name, "").strip()
    if not value:
        return None
    wrong = ImproperlyConfigured(
        f"{name} is {value!r}; write clamd://host:3310 or clamd:///path/to/clamd.sock."
    )
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        raise wrong from None
    path = unquote(parts.path)
    is_socket = not parts.netloc and len(path) > 1
    is_host = bool(parts.hostname) and path in ("", "/")
    if parts.scheme != "clamd" or parts.query or parts.fragment or not (is_socket or is_host):
        raise wrong
    return path if is_socket else (parts.hostname, port or CLAMD_PORT)


def database(name, default):
    """A DATABASES entry from an address such as `postgres://user:password@host:5432/name`.

    `sqlite:///in-this-folder.sqlite3` and `sqlite:////absolute.sqlite3` are understood too. What
    is refused is never quoted, since it may hold a password.
    """
    try:
        parts = urlsplit(text(name, default))
        port = parts.port
    except ValueError:
        raise ImproperlyConfigured(
            f"{name} cannot be read; in a user name or password, write special characters as"
            " %23 for #, %2F for /, %3A for : and %40 for @."
        ) from None
    if parts.scheme == "sqlite":
        return sqlite(name, unquote(parts.path[1:]))
    if parts.scheme in {"postgres", "postgresql"}:
        return postgresql(name, parts, port)
    raise ImproperlyConfigured(f"{name} starts with {parts.scheme!r}; use sqlite or postgres.")


def sqlite(name, path):
    """SQLite tuned for many writers: with Django's defaults one write in four fails under load."""
    if not path:
        raise ImproperlyConfigured(f"{name} names no file; write sqlite:////var/board.sqlite3.")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        # Kept open by its thread: opening it for each request took a quarter of a page's time.
        "CONN_MAX_AGE": None,
        # A command started in another folder must not make a second, empty database there.
        "NAME": str(ROOT / path),
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
            " PRAGMA cache_size=-16000;",
        },
    }


def postgresql(name, parts, port):
    database_name = unquote(parts.path.lstrip("/"))
    if not database_name or parts.fragment:
        raise ImproperlyConfigured(
            f"{name} names no database; write postgres://user:password@host:5432/name,"
            " with %23 for a # in a user name or password."
        )
    timeouts = (
        "-c statement_timeout=30s -c lock_timeout=5s -c idle_in_transaction_session_timeout=2min"
    )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": database_name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 3, "options": timeouts, **dict(parse_qsl(parts.query))},
    }
