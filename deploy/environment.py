"""The virtual environment in .venv: built, filled from requirements.txt, and stamped when whole."""

import contextlib
import ctypes
import fcntl
import hashlib
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / (os.environ.get("VAR_DIR") or "var")
LOGS = VAR / "log"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
REQUIREMENTS = ROOT / "requirements.txt"
# Lies in the environment, so that it goes when the environment goes.
STAMP = VENV / "sounding-board.json"
MEGABYTES_NEEDED = 900

# What would lead pip or Python out of the environment, and what make tells its own children.
UNWANTED = {
    "PYTHONPATH",
    "PYTHONHOME",
    "PIP_TARGET",
    "PIP_PREFIX",
    "MAKEFLAGS",
    "MFLAGS",
    "MAKELEVEL",
}
DOWNLOADING_FAILED = (
    "Connection",
    "connection",
    "timed out",
    "(from versions: none)",
    "name resolution",
    "SSLError",
    "ProxyError",
    "HTTP error",
)
LIBC = ctypes.CDLL(None) if sys.platform.startswith("linux") else None


class Problem(Exception):
    """Something its reader can put right: one sentence that says how."""


class Stopped(KeyboardInterrupt):
    """Ctrl-C, or a polite request to end."""

    def __init__(self, number):
        super().__init__(number)
        self.signal = number


def raise_stopped(number, frame):
    raise Stopped(number)


def say(sentence):
    print(sentence, flush=True)


def shown(path):
    """The path as one types it in the checkout."""
    return path.relative_to(ROOT) if ROOT in path.parents else path


def die_with_parent():
    """Linux then ends the child even when this process is killed outright."""
    if LIBC is not None:
        set_parent_death_signal = 1
        LIBC.prctl(set_parent_death_signal, signal.SIGTERM)


def variables():
    kept = {name: value for name, value in os.environ.items() if name not in UNWANTED}
    if not kept.get("DJANGO_SETTINGS_MODULE", "").startswith("config.settings."):
        kept["DJANGO_SETTINGS_MODULE"] = "config.settings.dev"
    kept["PIP_USER"] = "0"
    return kept


class Step:
    """A command at work, with all its output in a file of var/log."""

    def __init__(self, arguments, log, **more_variables):
        LOGS.mkdir(parents=True, exist_ok=True)
        self.path = LOGS / log
        with self.path.open("wb") as output:
            self.process = subprocess.Popen(
                [str(argument) for argument in arguments],
                cwd=str(ROOT),
                env=dict(variables(), **more_variables),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                preexec_fn=die_with_parent,
            )

    def finish(self):
        """Waits for it; gives its exit code, its output and the file that holds it."""
        try:
            code = self.process.wait()
        finally:
            self.stop()
        return code, self.path.read_text("utf-8", errors="replace"), self.path

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait()


def run_logged(arguments, log, **more_variables):
    return Step(arguments, log, **more_variables).finish()


def last_line(output):
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return lines[-1] if lines else "nothing"


def become(arguments):
    """This process goes on as the environment's Python, with its own signals and exit code."""
    os.chdir(str(ROOT))
    sys.stdout.flush()
    os.execve(str(PYTHON), [str(PYTHON), *arguments], variables())


def remove(path):
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        # Twice, since what a killed set-up left running may still be writing there.
        shutil.rmtree(str(path), ignore_errors=True)
        if path.exists():
            shutil.rmtree(str(path))


def ensure():
    """Leaves a whole environment behind; does nothing when it is whole already."""
    with one_at_a_time():
        if not is_usable():
            build()
        digest = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()
        if read_stamp() != {"requirements": digest}:
            install(digest)


@contextlib.contextmanager
def one_at_a_time():
    VAR.mkdir(parents=True, exist_ok=True)
    with (VAR / "environment.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Waiting for another set-up in this folder to finish.")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def read_stamp():
    try:
        return json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return None


def write_stamp(stamp):
    """In one step, so that a stamp is there whole or not at all."""
    unfinished = STAMP.with_suffix(".new")
    unfinished.write_text(json.dumps(stamp))
    os.replace(str(unfinished), str(STAMP))


def is_usable():
    """False as well for what an interrupted set-up left, and when the Python beneath has gone."""
    if read_stamp() is None:
        return False
    try:
        answer = subprocess.run([str(PYTHON), "-c", ""], env=variables(), timeout=60)
    except OSError:
        return False
    return answer.returncode == 0


def build():
    if importlib.util.find_spec("ensurepip") is None:
        raise Problem(
            "This Python cannot make virtual environments; install the missing part"
            " (on Debian and Ubuntu: apt-get install python3-venv) and run the same command again."
        )
    free = shutil.disk_usage(str(ROOT)).free // 1_000_000
    if free < MEGABYTES_NEEDED:
        raise Problem(f"Free {MEGABYTES_NEEDED} MB on this disk first: only {free} MB are left.")
    if VENV.exists() or VENV.is_symlink():
        say("The environment in .venv is not whole, so it is built again.")
        remove(VENV)
    else:
        say("Building an environment for Python in .venv.")
    # Its own base, since this Python may itself live in the .venv that was just removed.
    base = getattr(sys, "_base_executable", None) or sys.executable
    code, output, path = run_logged([base, "-m", "venv", VENV], "venv.log")
    if code:
        reason = last_line(output)
        raise Problem(f"Building .venv failed, see {shown(path)}; its last line: {reason}")
    write_stamp({"requirements": ""})


def install(digest):
    """The stamp goes before pip changes anything and comes back when all of it is done."""
    count = sum(line[:1].isalnum() for line in REQUIREMENTS.read_text().splitlines())
    say(f"Installing the {count} packages of requirements.txt; this takes about a minute.")
    before = read_stamp()
    remove(STAMP)
    # Compiling every file takes longer than compiling later what is used.
    options = ["--no-input", "--no-compile", "--progress-bar=off", "-r", REQUIREMENTS]
    code, output, path = run_logged([PYTHON, "-m", "pip", "install", *options], "packages.log")
    if code == 0:
        write_stamp({"requirements": digest})
        return
    if "Installing collected packages" not in output:
        write_stamp(before)
    raise Problem(why_installing_failed(output, path))


def why_installing_failed(output, path):
    if "No space left on device" in output:
        return "The disk is full; free about 1 GB and run the same command again."
    if any(words in output for words in DOWNLOADING_FAILED):
        return (
            "The packages could not be downloaded; check the network connection (and pip's proxy or"
            " index settings, if you use them) and run the same command again."
            f" All that pip said is in {shown(path)}."
        )
    return f"Installing the packages failed, see {shown(path)}; its last line: {last_line(output)}"
