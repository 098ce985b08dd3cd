"""A checkout that holds a tiny site, and what sets it up and runs it as a person would."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LAST_LINE = "  The background worker writes to var/log/worker.log. Ctrl-C stops both.\n"
NOT_PASSED_ON = {"ARGS", "VAR_DIR", "DATABASE_URL", "PORT", "PUBLIC_URL", "PYTHON", "MAKEFLAGS"}

# Every command leaves its name in var/done.txt, so that a test can tell what was done.
MANAGE = """
import os, pathlib, sqlite3, sys, time
command = sys.argv[1]
with open("var/done.txt", "a") as done:
    done.write(command + "\\n")
if command == "collectstatic":
    pathlib.Path("var/static").mkdir(exist_ok=True)
    pathlib.Path("var/static/staticfiles.json").write_text("{}")
if command == "migrate":
    with sqlite3.connect("var/board.sqlite3") as database:
        database.execute("CREATE TABLE IF NOT EXISTS django_migrations (app, name)")
if command == "demo_signins":
    print("Engagement officer: officer@example.org")
if command == "run_huey":
    pathlib.Path("var/worker.new").write_text(str(os.getpid()))
    os.replace("var/worker.new", "var/worker.pid")
    time.sleep(60)
"""
GUNICORN = """
import http.server, os
class Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/end":
            os._exit(3)
        self.send_response(200)
        self.end_headers()
    def log_message(self, *arguments):
        pass
host, port = os.environ["BIND"].split(":")
http.server.HTTPServer((host, int(port)), Pages).serve_forever()
"""
# Tells what make test would have run.
PYTEST = """
import os, sys
print(sys.argv[1:], os.environ["SOUNDING_BOARD_BROWSER"], os.environ["DJANGO_SETTINGS_MODULE"])
sys.exit(5)
"""


def checkout(root, requirements):
    """The files that make run needs, under a path that a careless command would split."""
    shutil.copytree(ROOT / "deploy", root / "deploy", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "Makefile", root)
    (root / "requirements.txt").write_text(requirements)
    (root / "manage.py").write_text(MANAGE)
    for module, code in {"gunicorn": GUNICORN, "pytest": PYTEST}.items():
        (root / module).mkdir()
        (root / module / "__main__.py").write_text(code)
    (root / "static").mkdir()
    (root / "static" / "site.css").write_text("body { margin: 0 }")
    return root


def environment(**variables):
    kept = {name: value for name, value in os.environ.items() if name not in NOT_PASSED_ON}
    offline = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull}
    return {**kept, **offline, "PYTHON": sys.executable, **variables}


def bootstrap(root, *arguments, **variables):
    return subprocess.run(
        [sys.executable, "deploy/bootstrap.py", *arguments],
        cwd=root,
        env=environment(**variables),
        capture_output=True,
        text=True,
        timeout=60,
    )


@contextlib.contextmanager
def started(root, port, command=("make", "run")):
    """A run of its own process group; gives it with what it said until it was ready."""
    variables = environment(PORT=str(port))
    piped = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    with subprocess.Popen(command, cwd=root, env=variables, process_group=0, **piped) as process:
        try:
            yield process, "".join(lines_until(LAST_LINE, process.stdout))
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def lines_until(last, output):
    for line in output:
        yield line
        if line == last:
            output.readline()  # the blank one that sets the announcement off
            return
    raise AssertionError("It ended before it was ready.")


def done(root):
    """The commands of manage.py since this was last asked; the worker's is the last of them."""
    path = root / "var" / "done.txt"
    eventually(lambda: path.exists() and path.read_text().endswith("run_huey\n"))
    commands = path.read_text().split()
    path.unlink()
    return commands


def worker_of(root, other_than=None):
    """The process id of the worker, once it has written one."""
    return eventually(lambda: read_number(root / "var" / "worker.pid", other_than))


def read_number(path, other_than):
    number = int(path.read_text()) if path.exists() else None
    return None if number == other_than else number


def eventually(look):
    deadline = time.monotonic() + 20
    while not (found := look()):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return found


def is_gone(pid):
    """True as well for a zombie, which nobody has asked about yet."""
    try:
        os.kill(pid, 0)
        status = Path(f"/proc/{pid}/stat")
        return status.exists() and ") Z " in status.read_text()
    except (ProcessLookupError, FileNotFoundError):
        return True
