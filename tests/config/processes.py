"""Python processes with an environment of their own, as on a council's server."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MADE_UP = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "SECRET_KEY": "made-up-for-a-test-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEF",
    "RECEIPT_KEY": "made-up-for-a-test-9876543210-zyxwvutsrqponmlkjihgfedcba-FEDCBA",
    "ALLOWED_HOSTS": "consult.example.org,.example.com",
    "PUBLIC_URL": "https://consult.example.org/",
    "EMAIL_FROM": "consult@example.org",
}


def environment(values):
    """Only these variables, and what any process needs to start at all."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    path = os.pathsep.join([str(ROOT), str(ROOT / "site")])
    return {**kept, "PYTHONPATH": path, "PYTHONWARNINGS": "ignore", **values}


def run(*arguments, **values):
    """Runs Python with these arguments to its end."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment(values),
        capture_output=True,
        text=True,
        timeout=120,
    )


def manage(*arguments, **values):
    return run("manage.py", *arguments, **values)


def last_line(text):
    return text.strip().splitlines()[-1]
