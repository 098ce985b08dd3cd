"""The database, the demo and the static files: made ready before the site is served.

What was made ready is remembered in var/prepared.json, so that starting again costs nothing. Only
the embedded database is remembered: another one may have been emptied since, so it is asked.
"""

import contextlib
import hashlib
import json
import os
import sqlite3

from environment import PYTHON, ROOT, VAR, Problem, Step, last_line, say, shown

MEMORY = VAR / "prepared.json"
DATABASE = VAR / "board.sqlite3"
COLLECTED = VAR / "static" / "staticfiles.json"
SOURCES = ("site", "consultations", "events", "toolkit", "static")


def prepare():
    """Leaves a migrated database with the demo and the collected files; gives the sign-in lines."""
    memory = recall()
    found = fingerprint(static=False)
    state = database_state()
    is_ready = state and memory.get("database") == state and memory.get("code") == found
    with static_files_collected(memory):
        if not is_ready:
            say("Preparing the database.")
            manage("migrate", "--no-input")
    if not is_ready:
        say("Loading the demo.")
        manage("load_demo")
        memory.pop("sign-ins", None)
        remember(memory, code=found, database=database_state())
    return memory.get("sign-ins") or ask_for_sign_ins(memory)


@contextlib.contextmanager
def static_files_collected(memory):
    """Beside what is done inside, since each of the two keeps one core busy for long."""
    found = fingerprint(static=True)
    if memory.get("static") == found and COLLECTED.exists():
        yield
        return
    say("Collecting the static files.")
    step = start_manage("collectstatic", "--no-input", "--verbosity", "0")
    try:
        yield
        end_manage("collectstatic", step)
    finally:
        step.stop()
    remember(memory, static=found)


def ask_for_sign_ins(memory):
    try:
        lines = manage("demo_signins").splitlines()
    except Problem as problem:
        return [f"They cannot be shown: {problem}"]
    remember(memory, **{"sign-ins": lines})
    return lines


def recall():
    try:
        return json.loads(MEMORY.read_text())
    except (OSError, ValueError):
        return {}


def remember(memory, **facts):
    """Written only after what it says has been done."""
    memory.update(facts)
    MEMORY.write_text(json.dumps(memory))


def manage(command, *options):
    """Runs one of manage.py's commands and gives its output; ends everything when it fails."""
    return end_manage(command, start_manage(command, *options))


def start_manage(command, *options):
    return Step([PYTHON, "manage.py", command, *options], f"{command}.log")


def end_manage(command, step):
    code, output, path = step.finish()
    if code:
        reason = last_line(output)
        raise Problem(f"manage.py {command} failed, see {shown(path)}; its last line: {reason}")
    return output


def fingerprint(*, static):
    """Changes with the name, size or time of any static file, or of any other source file."""
    found = hashlib.sha256((ROOT / "requirements.txt").read_bytes())
    for path in sorted(source_files()):
        parts = path.relative_to(ROOT).parts
        if static == ("static" in parts):
            status = path.stat()
            found.update(f"{parts} {status.st_mtime_ns} {status.st_size}\n".encode())
    return found.hexdigest()


def source_files():
    for source in SOURCES:
        for folder, _, names in os.walk(str(ROOT / source)):
            if not folder.endswith("__pycache__"):
                yield from (ROOT / folder / name for name in names)


def database_state():
    """A digest of the migrations the embedded database has had; "" when it cannot be known."""
    if os.environ.get("DATABASE_URL") or not DATABASE.exists():
        return ""
    try:
        with contextlib.closing(
            sqlite3.connect(f"{DATABASE.as_uri()}?mode=ro", uri=True)
        ) as opened:
            rows = opened.execute("SELECT app, name FROM django_migrations ORDER BY app, name")
            return hashlib.sha256(repr(rows.fetchall()).encode()).hexdigest()
    except sqlite3.Error:
        return ""
