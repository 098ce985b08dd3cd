"""What would serve the public badly is refused: by every command, and by the web server itself."""

from django.conf import settings
from django.core import checks
from django.core.exceptions import ImproperlyConfigured

SERVING = "serving"
SHARED_CACHE_NEEDED = (
    "WEB_CONCURRENCY is {count} and CACHE_URL is empty: several web processes need a shared cache,"
    " or rate limits and sign-in codes count once for each of them."
)
UNTUNED = (
    "The SQLite database {alias!r} runs with Django's defaults, with which writes fail under load."
)
# From config/env.py; any other value has to be meant, and is then written there.
LEAST_TIMEOUT = 20


@checks.register(SERVING)
def one_process_without_shared_cache(app_configs=None, **kwargs):
    if settings.DEBUG or settings.CACHE_URL or settings.WEB_CONCURRENCY == 1:
        return []
    return [
        checks.Error(
            SHARED_CACHE_NEEDED.format(count=settings.WEB_CONCURRENCY),
            hint="Set CACHE_URL to a Redis, or WEB_CONCURRENCY to 1 and WEB_THREADS higher.",
            id="sounding_board.E001",
        )
    ]


@checks.register(SERVING)
def sqlite_is_tuned(app_configs=None, **kwargs):
    if settings.DEBUG:
        return []
    return [
        checks.Error(
            UNTUNED.format(alias=alias),
            hint="Name it by DATABASE_URL=sqlite:////…, or use PostgreSQL.",
            id="sounding_board.E002",
        )
        for alias in untuned(settings.DATABASES)
    ]


def untuned(databases):
    return [
        alias
        for alias, database in databases.items()
        if database["ENGINE"].endswith("sqlite3") and not _is_tuned(database.get("OPTIONS", {}))
    ]


def _is_tuned(options):
    return (
        options.get("transaction_mode") == "IMMEDIATE"
        and options.get("timeout", 0) >= LEAST_TIMEOUT
        and "journal_mode=WAL" in options.get("init_command", "")
    )


def refuse_to_serve_badly():
    """Raises ImproperlyConfigured. A web server runs no system checks, so it has to ask."""
    errors = checks.run_checks(tags=[SERVING])
    if errors:
        raise ImproperlyConfigured(" ".join(f"{error.msg} {error.hint}" for error in errors))
